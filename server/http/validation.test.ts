import { expect, test } from 'vitest';
import { useServer } from '../../test/app.ts';

const server = useServer();

const NO_NUMBERS = ['1e3', '0x10', '5.0', '1.5', '+5', '%205', '5%20', '1_000', 'NaN', 'Infinity', '1e400', '٣', '-'];

interface Operation {
  parameters?: { in: string; name: string; schema: { type?: string } }[];
}

test('an id in an address is plain decimal digits, in every route', async () => {
  const user = await server.user('Admin');
  const { paths } = (await user.get('/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
  const refused: string[] = [];
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { parameters = [] }] of Object.entries(operations)) {
      const id = parameters.find((parameter) => parameter.in === 'path' && parameter.schema.type === 'integer');
      if (!id) continue;
      const address = path.replace(`{${id.name}}`, '1e3').replaceAll(/\{\w+\}/g, '1');
      const { status, body } = await user.send({ method: method.toUpperCase() as 'GET', url: address });
      expect([status, body.error], `${method} ${address}`).toEqual([
        400,
        expect.stringContaining(`${id.name} must be a whole number`),
      ]);
      refused.push(address);
    }
  expect(refused.length).toBeGreaterThan(40);
});

test('neither an id nor a number in a query is read from anything else', async () => {
  const user = await server.user();
  for (const text of NO_NUMBERS) {
    expect((await user.get(`/api/blogs/${text}`)).body, text).toEqual({ error: 'id must be a whole number' });
    expect((await user.get(`/api/blogs?limit=${text}`)).body, text).toEqual({ error: 'limit must be a whole number' });
  }
  for (const query of ['limit=', 'limit=1&limit=2', 'year=2e3'])
    expect((await user.get(`/api/blogs?${query}`)).status).toBe(400);
  for (const text of ['', '1', 'TRUE', 'yes'])
    expect((await user.get(`/api/readinglists?read=${text}`)).status).toBe(400);
});

test('what is digits is a number: held against its bounds, and of an id too large not found', async () => {
  const user = await server.user();
  expect((await user.get('/api/blogs/0')).body).toEqual({ error: 'id must be at least 1' });
  expect((await user.get('/api/blogs/-1')).body).toEqual({ error: 'id must be at least 1' });
  for (const id of ['2147483647', '2147483648', '9'.repeat(400)])
    expect((await user.get(`/api/blogs/${id}`)).status).toBe(404);
  expect((await user.get('/api/blogs?limit=501')).body).toEqual({ error: 'limit must be at most 500' });
  expect((await user.get('/api/readinglists?read=false&limit=07')).status).toBe(200);
});
