import { expect, test } from 'vitest';
import { useServer } from '../../../test/app.ts';
import { database } from '../../database/sequelize.ts';

const server = useServer();

test('health is public, and ready only while the schema is whole', async () => {
  expect(await server.nobody.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
  expect(await server.nobody.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  const [[newest]] = (await database().query('SELECT name FROM migrations ORDER BY name DESC LIMIT 1')) as [
    { name: string }[],
    unknown,
  ];
  await database().query('DELETE FROM migrations WHERE name = $1', { bind: [newest?.name] });
  const pending = await server.nobody.get('/health/ready');
  await database().query('INSERT INTO migrations (name) VALUES ($1)', { bind: [newest?.name] });
  expect(pending.status).toBe(503);
  expect(pending.body.error).toContain(newest?.name);
});

test('migrations are told to admins', async () => {
  const [admin, member] = [await server.user(), await server.user()];
  const { body } = await admin.get('/api/admin/migrations');
  expect(body.pending).toEqual([]);
  expect(body.executed[0]).toEqual({
    name: '20261122_00_initialize_users_and_blogs',
    executedAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect((await member.get('/api/admin/migrations')).status).toBe(403);
});

test('the OpenAPI document and the page that shows it are public and from this server alone', async () => {
  const document = await server.nobody.get('/api/openapi.json');
  expect(document.body.openapi).toBe('3.1.0');
  expect(Object.keys(document.body.paths)).toContain('/api/readinglists/{id}');
  const page = await server.nobody.get('/api/docs/');
  expect(page.status).toBe(200);
  expect(page.body).toContain('swagger-ui');
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  const script = await server.nobody.get('/api/docs/static/swagger-ui-bundle.js');
  expect(script.status).toBe(200);
});

test.each(['GET', 'HEAD'] as const)('%s / answers', async (method) => {
  expect((await server.nobody.send({ method, url: '/' })).status).toBe(200);
});

test('an address that is not there says so, below /api in JSON', async () => {
  const user = await server.user();
  for (const [method, url] of [
    ['GET', '/api/nope'],
    ['PATCH', '/api/blogs'],
    ['GET', '/api'],
    ['POST', '/nope'],
  ] as const)
    expect(await user.send({ method, url }), url).toMatchObject({ status: 404, body: { error: 'unknown endpoint' } });
  expect((await server.nobody.get('/api/nope')).status).toBe(404);
});

test('a trailing slash and the case of the path do not matter', async () => {
  const user = await server.user();
  for (const url of ['/api/blogs/', '/API/Blogs', '/Api/BLOGS/']) expect((await user.get(url)).status, url).toBe(200);
});

test('a write from another site is refused, unless it brings a token', async () => {
  const user = await server.user();
  const login = await server.nobody.post('/api/login', { username: user.username, password: 'correct horse' });
  const cookie = String(login.headers['set-cookie']).split(';')[0];
  const write = (headers: Record<string, string | undefined>) =>
    server.nobody.send({ method: 'POST', url: '/api/teams', payload: {}, headers });
  const host = 'carrel.example';
  expect((await write({ cookie, host, origin: 'https://evil.example' })).status).toBe(403);
  expect((await write({ cookie, host, origin: 'null' })).status).toBe(403);
  expect((await write({ cookie, host, origin: 'https://carrel.example' })).status).toBe(400);
  expect((await write({ cookie })).status).toBe(400);
  expect((await write({ authorization: `Bearer ${user.token}`, origin: 'https://evil.example' })).status).toBe(400);
});
