import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';

const server = useServer();
let admin: Client;
let reader: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
  reader = await server.user('Reader');
});

test('a blog goes on one’s own list, unread', async () => {
  const blog = await makeBlog(admin);
  const { status, body } = await reader.post('/api/readinglists', { blogId: blog.id });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(Number),
    userId: reader.id,
    blogId: blog.id,
    read: false,
    readAt: null,
    progress: 0,
    starred: false,
    tags: [],
    createdAt: expect.any(String),
  });
  expect(await reader.post('/api/readinglists', { blogId: blog.id })).toMatchObject({
    status: 400,
    body: { error: ['this blog is already on the reading list'] },
  });
  expect((await reader.post('/api/readinglists', { blogId: blog.id, userId: admin.id })).status).toBe(403);
  expect((await admin.post('/api/readinglists', { blogId: blog.id, userId: 99999 })).status).toBe(404);
  expect((await admin.post('/api/readinglists', { blogId: blog.id, userId: reader.id })).status).toBe(400);
  expect((await reader.post('/api/readinglists', { blogId: 99999 })).status).toBe(404);
  expect((await reader.post('/api/readinglists', { blogId: 99_999_999_999 })).status).toBe(404);
  for (const bad of [{}, { blogId: null }, { blogId: 'x' }, { blogId: 0 }, { blogId: -1 }, { blogId: 1.5 }])
    expect((await reader.post('/api/readinglists', bad)).status, JSON.stringify(bad)).toBe(400);
});

test('read state is one’s own: set with its time, kept when marked again, cleared', async () => {
  const user = await server.user();
  const blog = await makeBlog(admin);
  const { body: row } = await user.post('/api/readinglists', { blogId: blog.id });
  const { body: mine } = await reader.post('/api/readinglists', { blogId: blog.id });
  const read = await user.put(`/api/readinglists/${row.id}`, { read: true });
  expect(read.body).toMatchObject({ read: true, readAt: expect.any(String) });
  expect((await user.put(`/api/readinglists/${row.id}`, { read: true })).body).toEqual(read.body);
  const list = await reader.get('/api/readinglists?read=false');
  expect(list.body.map(({ id }: { id: number }) => id)).toContain(mine.id);
  expect((await user.put(`/api/readinglists/${row.id}`, { read: false })).body.readAt).toBeNull();
  for (const [who, status] of [
    [reader, 403],
    [admin, 403],
  ] as const) {
    expect((await who.put(`/api/readinglists/${row.id}`, { read: true })).status).toBe(status);
    expect((await who.delete(`/api/readinglists/${row.id}`)).status).toBe(status);
  }
  for (const bad of [{}, { read: 'true' }, { read: null }, { read: 1 }])
    expect((await user.put(`/api/readinglists/${row.id}`, bad)).status, JSON.stringify(bad)).toBe(400);
  expect((await user.delete(`/api/readinglists/${row.id}`)).status).toBe(204);
  expect((await user.delete(`/api/readinglists/${row.id}`)).status).toBe(404);
  expect((await user.put('/api/readinglists/abc', { read: true })).status).toBe(400);
});

test('how far one came is one’s own, kept beside the read state', async () => {
  const user = await server.user();
  const { body: row } = await user.post('/api/readinglists', { blogId: (await makeBlog(admin)).id });
  const url = `/api/readinglists/${row.id}`;
  expect((await user.put(url, { progress: 0.40004 })).body).toMatchObject({ progress: 0.4, read: false });
  expect((await user.put(url, { read: true })).body).toMatchObject({ progress: 0.4, read: true });
  expect((await user.put(url, { progress: 1, read: false })).body).toMatchObject({ progress: 1, readAt: null });
  expect((await user.get('/api/readinglists')).body).toMatchObject([{ id: row.id, progress: 1 }]);
  expect((await user.put(url, { progress: 1e-50 })).body.progress).toBe(0);
  expect(await user.put(url, {})).toMatchObject({
    status: 400,
    body: { error: ['read, progress, starred or tags is required'] },
  });
  for (const progress of [-0.1, 1.1, '0.5', null])
    expect((await user.put(url, { progress })).status, String(progress)).toBe(400);
  expect((await reader.put(url, { progress: 0.5 })).status).toBe(403);
  expect((await user.put('/api/readinglists/999999', { progress: 0.5 })).status).toBe(404);
});

test('an entry is found by its blog, and knows the unread ones beside it', async () => {
  const user = await server.user();
  const rows: { id: number; blogId: number }[] = [];
  for (let n = 0; n < 4; n++)
    rows.push((await user.post('/api/readinglists', { blogId: (await makeBlog(admin)).id })).body);
  const [oldest, second, third, newest] = rows as [
    (typeof rows)[0],
    (typeof rows)[0],
    (typeof rows)[0],
    (typeof rows)[0],
  ];
  expect((await user.get(`/api/readinglists?blog=${second.blogId}`)).body).toMatchObject([{ id: second.id }]);
  expect((await reader.get(`/api/readinglists?blog=${second.blogId}`)).body).toEqual([]);
  await user.put(`/api/readinglists/${third.id}`, { read: true });
  const beside = async ({ id }: { id: number }) => (await user.get(`/api/readinglists/${id}/neighbours`)).body;
  expect(await beside(newest)).toEqual({
    previous: null,
    next: { id: second.id, blog: { id: second.blogId, title: expect.any(String) } },
  });
  expect(await beside(third)).toMatchObject({ previous: { id: newest.id }, next: { id: second.id } });
  expect(await beside(oldest)).toMatchObject({ previous: { id: second.id }, next: null });
  expect((await reader.get(`/api/readinglists/${oldest.id}/neighbours`)).status).toBe(403);
  expect((await reader.get('/api/readinglists/999999/neighbours')).status).toBe(404);
});

test('the list is narrowed, sorted and counted', async () => {
  const user = await server.user();
  const ids: number[] = [];
  for (const [title, author, year, likes] of [
    ['Clean React', 'Dan Abramov', 2018, 3],
    ['The law', 'Joel Spolsky', 2002, 9],
    ['Big ball', 'Dan Abramov', 2019, 1],
  ] as const) {
    const blog = await makeBlog(admin, { title, author, year, likes });
    ids.push((await user.post('/api/readinglists', { blogId: blog.id })).body.id);
  }
  await user.put(`/api/readinglists/${ids[1]}`, { read: true });
  const titles = async (query: string) =>
    (await user.get(`/api/readinglists?${query}`)).body.map((row: { blog: { title: string } }) => row.blog.title);
  expect(await titles('')).toEqual(['Big ball', 'The law', 'Clean React']);
  expect(await titles('read=true')).toEqual(['The law']);
  expect(await titles('read=false&sort=oldest')).toEqual(['Clean React', 'Big ball']);
  expect(await titles('search=react')).toEqual(['Clean React']);
  expect(await titles('author=dan%20abramov&sort=likes')).toEqual(['Clean React', 'Big ball']);
  expect(await titles('year=2002')).toEqual(['The law']);
  expect(await titles('sort=title')).toEqual(['Big ball', 'Clean React', 'The law']);
  expect(await titles('sort=year')).toEqual(['Big ball', 'Clean React', 'The law']);
  const { headers, body } = await user.get('/api/readinglists?read=true');
  expect(headers['x-counts']).toBe('unread=2, read=1');
  expect(body[0]).toEqual({
    id: ids[1],
    read: true,
    readAt: expect.any(String),
    progress: 0,
    starred: false,
    tags: [],
    createdAt: expect.any(String),
    blog: expect.objectContaining({ title: 'The law', user: expect.objectContaining({ name: 'Admin' }) }),
    teams: [],
  });
  for (const bad of ['read=maybe', 'read=', 'read=1', 'sort=best', 'read=true&read=false'])
    expect((await user.get(`/api/readinglists?${bad}`)).status, bad).toBe(400);
  expect((await (await server.user()).get('/api/readinglists')).headers['x-counts']).toBe('unread=0, read=0');
});
