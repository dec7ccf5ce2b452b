import { beforeAll, describe, expect, test } from 'vitest';
import { Client, useServer } from '../../../test/app.ts';
import { Session } from './session.model.ts';
import { removeExpiredSessions } from './sessions.ts';

const server = useServer({ loginFailures: 5 });
const password = 'correct horse';
let admin: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
});

describe('logging in', () => {
  test('answers a token and sets the cookie; the name counts in any case', async () => {
    const answer = await server.nobody.post('/api/login', { username: admin.username.toUpperCase(), password });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ token: expect.any(String), id: admin.id, username: admin.username, name: 'Admin' });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^carrel_session=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const withCookie = await server.nobody.send({
      method: 'GET',
      url: '/api/sessions',
      headers: { cookie: cookie.split(';')[0] },
    });
    expect(withCookie.status).toBe(200);
  });

  test('a wrong name and a wrong password are told the same', async () => {
    const wrong = { status: 401, body: { error: 'invalid username or password' } };
    expect(await server.nobody.post('/api/login', { username: admin.username, password: 'nope' })).toMatchObject(wrong);
    expect(await server.nobody.post('/api/login', { username: 'no@x.fi', password })).toMatchObject(wrong);
    expect((await server.nobody.post('/api/login', { username: admin.username })).status).toBe(400);
  });

  test('two logins at once give two tokens, both valid', async () => {
    const [a, b] = await Promise.all([server.login(admin.username), server.login(admin.username)]);
    expect(a.token).not.toBe(b.token);
    for (const client of [a, b]) expect((await client.get('/api/blogs')).status).toBe(200);
  });

  test('too many failures are slowed down, for that name only', async () => {
    const user = await server.user();
    const attempt = (text: string) => server.nobody.post('/api/login', { username: user.username, password: text });
    for (let i = 0; i < 5; i++) expect((await attempt('wrong')).status).toBe(401);
    const refused = await attempt(password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await server.login(admin.username);
  });

  test('only the hash of a token is kept', async () => {
    const kept = JSON.stringify(await Session.findAll({ raw: true }));
    expect(kept).not.toContain(admin.token);
  });
});

describe('a token', () => {
  test('is taken with the scheme in any letter case, and refused when it is none', async () => {
    const send = (authorization: string) =>
      server.nobody.send({ method: 'GET', url: '/api/blogs', headers: { authorization } });
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      expect((await send(`${scheme} ${admin.token}`)).status).toBe(200);
    for (const bad of ['', 'Bearer', 'Bearer x', `Basic ${admin.token}`, `${admin.token}`, 'Bearer a b'])
      expect((await send(bad)).status, bad).toBe(401);
    expect((await server.nobody.get('/api/blogs')).status).toBe(401);
  });

  test('is over after logout, and the others go on', async () => {
    const [one, two] = [await server.login(admin.username), await server.login(admin.username)];
    expect((await one.delete('/api/logout')).status).toBe(204);
    expect((await one.get('/api/blogs')).status).toBe(401);
    expect((await one.delete('/api/logout')).status).toBe(401);
    expect((await two.get('/api/blogs')).status).toBe(200);
  });

  test('is over when its session expired, and moves on with use at most once a minute', async () => {
    const client = await server.user();
    const where = { userId: client.id };
    const before = await Session.findOne({ where, rejectOnEmpty: true });
    await client.get('/api/blogs');
    await before.reload();
    const seen = before.lastSeenAt.getTime();
    await Session.update({ lastSeenAt: new Date(seen - 61_000), expiresAt: new Date(seen + 5000) }, { where });
    await client.get('/api/blogs');
    await before.reload();
    expect(before.lastSeenAt.getTime()).toBeGreaterThanOrEqual(seen);
    expect(before.expiresAt.getTime()).toBeGreaterThan(seen + 29 * 86_400_000);
    await Session.update({ expiresAt: new Date(Date.now() - 1) }, { where });
    expect((await client.get('/api/blogs')).status).toBe(401);
    expect(await removeExpiredSessions()).toBe(1);
  });
});

describe('one’s sessions', () => {
  test('are listed with the current one marked, and ended one by one', async () => {
    const client = await server.user();
    const other = await server.login(client.username);
    const { body } = await client.get('/api/sessions');
    expect(body).toHaveLength(2);
    expect(body.filter((session: { current: boolean }) => session.current)).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/hash/i);
    const foreign = (await admin.get('/api/sessions')).body[0].id;
    expect((await client.delete(`/api/sessions/${foreign}`)).status).toBe(404);
    const otherId = body.find((session: { current: boolean }) => !session.current).id;
    expect((await client.delete(`/api/sessions/${otherId}`)).status).toBe(204);
    expect((await other.get('/api/blogs')).status).toBe(401);
  });

  test('are ended all but the current', async () => {
    const client = await server.user();
    const other = await server.login(client.username);
    expect((await client.delete('/api/sessions')).status).toBe(204);
    expect((await other.get('/api/blogs')).status).toBe(401);
    expect((await client.get('/api/sessions')).body).toHaveLength(1);
  });

  test('are ended by an admin, and by no other', async () => {
    const client = await server.user();
    expect((await client.delete(`/api/users/${admin.id}/sessions`)).status).toBe(403);
    expect((await admin.delete(`/api/users/${client.id}/sessions`)).status).toBe(204);
    expect((await client.get('/api/blogs')).status).toBe(401);
    expect((await admin.delete('/api/users/99999/sessions')).status).toBe(404);
  });
});

describe('API tokens', () => {
  test('are shown once, listed with their label, and work', async () => {
    const client = await server.user();
    const { status, body } = await client.post('/api/sessions', { label: 'laptop' });
    expect({ status, kind: body.kind, label: body.label }).toEqual({ status: 201, kind: 'token', label: 'laptop' });
    expect((await new Client(server, body.token).get('/api/blogs')).status).toBe(200);
    const listed = (await client.get('/api/sessions')).body.find(({ id }: { id: number }) => id === body.id);
    expect(listed).not.toHaveProperty('token');
    expect((await client.post('/api/sessions', { label: '' })).status).toBe(400);
  });

  test('end at the time they were given, whatever their use', async () => {
    const client = await server.user();
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body } = await client.post('/api/sessions', { label: 'hour', expiresAt });
    expect(body.expiresAt).toBe(expiresAt);
    await Session.update({ lastSeenAt: new Date(0) }, { where: { id: body.id } });
    await new Client(server, body.token).get('/api/blogs');
    expect((await Session.findByPk(body.id))?.expiresAt.toISOString()).toBe(expiresAt);
    for (const wrong of ['2020-01-01T00:00:00Z', 'tomorrow', 5])
      expect((await client.post('/api/sessions', { label: 'x', expiresAt: wrong })).status, `${wrong}`).toBe(400);
  });
});
