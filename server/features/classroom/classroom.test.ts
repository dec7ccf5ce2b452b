import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { readConfig } from '../../config.ts';
import { rows } from '../../database/sql.ts';

const server = useServer({ classroom: true });
let user: Client;
let other: Client;

beforeAll(async () => {
  user = await server.user('Matti');
  other = await server.user('Kalle');
});

test('the server binds to loopback only, whatever HOST says', () => {
  expect(readConfig({ CARREL_CLASSROOM: '1', HOST: '0.0.0.0' }, '/nowhere').host).toBe('127.0.0.1');
});

describe('without a token', () => {
  test('everything can be read, and private notes stay private', async () => {
    const blog = await makeBlog(user);
    await user.post('/api/notes', { content: 'mine alone', shared: false });
    for (const url of ['/api/blogs', `/api/blogs/${blog.id}`, '/api/users', '/api/authors', '/api/notes', '/api/teams'])
      expect((await server.nobody.get(url)).status, url).toBe(200);
    expect((await server.nobody.get('/api/notes')).body).toEqual([]);
    expect((await server.nobody.get(`/api/users/${user.id}`)).body.readings).toEqual([]);
  });

  test('nobody is signed in for the web client', async () => {
    expect((await server.nobody.get('/api/status')).body).toMatchObject({ firstRun: false, user: null });
    expect((await user.get('/api/status')).body.user).toMatchObject({ id: user.id, name: 'Matti' });
  });

  test('likes take any number, and the body may be the whole blog', async () => {
    const blog = await makeBlog(user);
    const sent = await server.nobody.put(`/api/blogs/${blog.id}`, { ...blog, likes: 41, user: blog.user.id });
    expect(sent).toMatchObject({ status: 200, body: { likes: 41, title: blog.title } });
    expect((await other.put(`/api/blogs/${blog.id}`, { likes: 3 })).body.likes).toBe(3);
    expect((await server.nobody.put(`/api/blogs/${blog.id}`, { title: 'X' })).status).toBe(401);
    expect((await server.nobody.put(`/api/blogs/${blog.id}`, { likes: 'many' })).status).toBe(400);
    expect((await server.nobody.put('/api/blogs/99999', { likes: 1 })).status).toBe(404);
  });

  test('a blog goes on anybody’s list in both spellings; without a user 400', async () => {
    const blog = await makeBlog(user);
    const added = await server.nobody.post('/api/readinglists', { blog_id: blog.id, user_id: other.id });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ blogId: blog.id, blog_id: blog.id, userId: other.id, user_id: other.id });
    expect((await server.nobody.post('/api/readinglists', { blogId: blog.id })).status).toBe(400);
    const { body } = await server.nobody.get(`/api/users/${other.id}?read=false`);
    expect(body.readings).toMatchObject([{ id: blog.id, reading_list: { id: added.body.id, read: false } }]);
    expect(body.readings[0].readinglists).toEqual([{ id: added.body.id, read: false }]);
  });

  test('everything else that changes something needs a token', async () => {
    const blog = await makeBlog(user);
    for (const [method, url, payload] of [
      ['POST', '/api/blogs', { title: 't', url: 'https://x.fi' }],
      ['DELETE', `/api/blogs/${blog.id}`, undefined],
      ['PUT', `/api/blogs/${blog.id}/like`, undefined],
      ['POST', '/api/notes', { content: 'x' }],
      ['POST', '/api/teams', { name: 'x' }],
      ['DELETE', '/api/logout', undefined],
      ['PUT', '/api/readinglists/1', { read: true }],
    ] as const)
      expect((await server.nobody.send({ method, url, payload })).status, `${method} ${url}`).toBe(401);
    const bad = await server.nobody.send({ method: 'GET', url: '/api/blogs', headers: { authorization: 'bearer x' } });
    expect(bad.status).toBe(401);
  });
});

test('a blog needs a title, and a page saved by its address goes with a reset', async () => {
  expect(await user.post('/api/blogs', { url: 'https://x.fi/' })).toMatchObject({
    status: 400,
    body: { error: ['title is required'] },
  });
  const url = 'https://x.fi/saved';
  const saved = await user.post('/api/readinglists', { url, user_id: user.id });
  expect(saved).toMatchObject({ status: 201, body: { blog_id: expect.any(Number), blog: { title: 'Saved · x.fi' } } });
  expect((await server.nobody.post('/api/readinglists', { url })).status).toBe(400);
  expect((await server.nobody.post('/api/readinglists', { url, userId: user.id })).status).toBe(401);
});

test('a row of another answers 401, one’s own can be marked', async () => {
  const blog = await makeBlog(user);
  const { body: row } = await user.post('/api/readinglists', { blogId: blog.id, userId: user.id });
  expect((await other.put(`/api/readinglists/${row.id}`, { read: true })).status).toBe(401);
  expect((await user.put(`/api/readinglists/${row.id}`, { read: true })).body).toMatchObject({ read: true });
  expect((await user.put('/api/readinglists/99999', { read: true })).status).toBe(404);
});

test('passwords from 3 characters', async () => {
  const sign = (password: string) =>
    server.nobody.post('/api/users', { username: `${password}@x.fi`, name: 'N', password });
  expect((await sign('abc')).status).toBe(201);
  expect((await sign('ab')).status).toBe(400);
});

test.each(['/api/reset', '/api/testing/reset'])('POST %s empties the server', async (url) => {
  expect((await server.nobody.post(url)).status).toBe(204);
  expect((await user.get('/api/sessions')).status).toBe(401);
  expect((await server.nobody.get('/api/users')).body).toEqual([]);
  expect(await rows(sql`SELECT FROM pgboss.job`), 'jobs').toEqual([]);
  const first = await server.user('Again');
  expect(first.id).toBe(1);
  expect((await first.get('/api/admin/migrations')).body.pending).toEqual([]);
});
