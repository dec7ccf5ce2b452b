import { expect, test } from 'vitest';
import { type Client, useServer } from '../../test/app.ts';

const server = useServer();

const NO_NUMBERS = ['1e3', '0x10', '5.0', '1.5', '+5', '%205', '5%20', '1_000', 'NaN', 'Infinity', '1e400', '٣', '-'];

interface Operation {
  parameters?: { in: string; name: string; schema: { type?: string; enum?: string[] } }[];
}

/** Every operation of the OpenAPI document, with its path. */
async function operations(user: Client): Promise<{ path: string; method: string; operation: Operation }[]> {
  const { paths } = (await user.get('/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

test('a parameter is of a kind that texts are read as', async () => {
  for (const { path, operation } of await operations(await server.user('Admin')))
    for (const { name, schema } of operation.parameters ?? [])
      expect(schema.enum ? 'enum' : schema.type, `${name} of ${path}`).toMatch(/^(enum|string|integer|boolean)$/);
});

test('an id in an address is plain decimal digits, in every route', async () => {
  const user = await server.user();
  const refused: string[] = [];
  for (const { path, method, operation } of await operations(user)) {
    const id = operation.parameters?.find(
      (parameter) => parameter.in === 'path' && parameter.schema.type === 'integer',
    );
    if (!id) continue;
    const url = path.replace(`{${id.name}}`, '1e3').replaceAll(/\{\w+\}/g, '1');
    const { status, body } = await user.send({ method: method.toUpperCase() as 'GET', url });
    const expected = [400, expect.stringContaining(`${id.name} must be a whole number`)];
    expect([status, body.error], `${method} ${url}`).toEqual(expected);
    refused.push(url);
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
