import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { UserNote } from './user-note.model.ts';

const server = useServer();
let author: Client;
let other: Client;

beforeAll(async () => {
  author = await server.user('Author');
  other = await server.user('Other');
});

const write = async (fields: object = {}) => (await author.post('/api/notes', { content: 'a note', ...fields })).body;

test('a note is written, shared unless said otherwise', async () => {
  const blog = await makeBlog(author);
  const before = Date.now();
  const { status, body } = await author.post('/api/notes', { content: 'good', important: true, blogId: blog.id });
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(Number),
    content: 'good',
    important: true,
    date: expect.any(String),
    shared: true,
    visibility: 'everyone',
    teamId: null,
    team: null,
    blogId: blog.id,
    quote: null,
    parentId: null,
    deleted: false,
    marked: false,
    user: { id: author.id, name: 'Author' },
    replyCount: 0,
    reactions: [],
    mentions: [],
  });
  expect(Date.parse(body.date)).toBeGreaterThanOrEqual(before - 1);
  expect((await author.post('/api/notes', { content: 'x', blogId: 99999 })).status).toBe(404);
  for (const bad of [{}, { content: '' }, { content: ' \n' }, { content: 5 }, { content: 'x'.repeat(100_001) }])
    expect((await author.post('/api/notes', bad)).status).toBe(400);
  expect((await author.post('/api/notes', { content: 'x'.repeat(100_000) })).status).toBe(201);
});

test('a private note does not exist for others, whatever they do', async () => {
  const { id } = await write({ content: 'hidden words', shared: false });
  const blog = await makeBlog(other);
  for (const [method, url] of [
    ['GET', `/api/notes/${id}`],
    ['PUT', `/api/notes/${id}`],
    ['DELETE', `/api/notes/${id}`],
    ['PUT', `/api/notes/${id}/mark`],
    ['DELETE', `/api/notes/${id}/mark`],
  ] as const)
    expect(
      (await other.send({ method, url, payload: method === 'PUT' ? { blogId: blog.id } : undefined })).status,
    ).toBe(404);
  expect((await other.get('/api/notes?search=hidden')).body).toEqual([]);
  expect((await author.get('/api/notes?search=HIDDEN')).body).toHaveLength(1);
  expect(JSON.stringify((await other.get(`/api/users/${author.id}`)).body)).not.toContain('hidden words');
  expect(JSON.stringify((await author.get(`/api/users/${author.id}`)).body)).toContain('hidden words');
});

test('a note that somebody marked and its author then made private is gone for him', async () => {
  const { id } = await write({ content: 'was shared' });
  expect((await other.put(`/api/notes/${id}/mark`)).status).toBe(204);
  await author.put(`/api/notes/${id}`, { shared: false });
  expect(JSON.stringify((await other.get(`/api/users/${other.id}`)).body)).not.toContain('was shared');
  expect((await other.get('/api/notes?marked=true')).body).toEqual([]);
});

test('changing and deleting are the author’s', async () => {
  const { id } = await write();
  expect((await other.put(`/api/notes/${id}`, { content: 'x' })).status).toBe(403);
  expect((await other.delete(`/api/notes/${id}`)).status).toBe(403);
  expect((await author.put(`/api/notes/${id}`, { content: 'new', important: true })).body).toMatchObject({
    content: 'new',
    important: true,
    shared: true,
  });
  expect((await author.put(`/api/notes/${id}`, { content: '' })).status).toBe(400);
  expect((await author.put(`/api/notes/${id}`, { blogId: 99999 })).status).toBe(404);
  expect((await author.delete(`/api/notes/${id}`)).status).toBe(204);
  expect((await author.get(`/api/notes/${id}`)).status).toBe(404);
});

test('marks are idempotent, shown, filtered, and go with the note', async () => {
  const { id } = await write({ content: 'worth it' });
  for (let i = 0; i < 2; i++) expect((await other.put(`/api/notes/${id}/mark`)).status).toBe(204);
  expect((await other.get('/api/notes?marked=true')).body).toMatchObject([{ id, marked: true }]);
  expect((await author.get(`/api/notes/${id}`)).body.marked).toBe(false);
  expect((await author.get(`/api/users/${other.id}`)).body.marked_notes).toEqual([
    { id, content: 'worth it', important: false, date: expect.any(String), user: { name: 'Author' } },
  ]);
  for (let i = 0; i < 2; i++) expect((await other.delete(`/api/notes/${id}/mark`)).status).toBe(204);
  expect((await other.get('/api/notes?marked=true')).body).toEqual([]);
  await other.put(`/api/notes/${id}/mark`);
  await author.delete(`/api/notes/${id}`);
  expect(await UserNote.count({ where: { noteId: id } })).toBe(0);
});

test('a note on a passage keeps the quote with what stands around it; without words it is a highlight', async () => {
  const blog = await makeBlog(author);
  const quote = { exact: 'a deep module', prefix: 'What is ', suffix: '? It hides much.' };
  const { status, body } = await author.post('/api/notes', { quote, blogId: blog.id });
  expect(status).toBe(201);
  expect(body).toMatchObject({ content: '', quote, blogId: blog.id, shared: true });
  expect((await other.get(`/api/notes?blog=${blog.id}&quoted=true`)).body).toMatchObject([{ id: body.id, quote }]);
  expect((await other.get(`/api/notes?blog=${blog.id}&quoted=false`)).body).toEqual([]);
  expect((await other.get('/api/notes?search=Deep%20Module')).body).toMatchObject([{ id: body.id }]);
  expect((await other.put(`/api/notes/${body.id}/mark`)).status).toBe(204);

  const url = `/api/notes/${body.id}`;
  expect((await author.put(url, { content: 'yes', quote: { ...quote, exact: 'x' } })).body).toMatchObject({
    content: 'yes',
    quote,
  });
  expect((await author.put(url, { content: '' })).body).toMatchObject({ content: '', quote });
  expect((await author.put(url, { important: true })).body.content).toBe('');

  const error = ['blogId is required with a quote: the blog it is from'];
  expect(await author.post('/api/notes', { quote })).toMatchObject({ status: 400, body: { error } });
  expect((await author.post('/api/notes', { quote, blogId: 99999 })).status).toBe(404);
  expect((await author.post('/api/notes', { quote: null, content: 'x' })).body.quote).toBeNull();
  for (const bad of [
    { exact: '' },
    { exact: ' ' },
    { exact: 'x'.repeat(5001) },
    { prefix: undefined },
    { suffix: 'x'.repeat(201) },
    { prefix: null },
  ])
    expect((await author.post('/api/notes', { quote: { ...quote, ...bad }, blogId: blog.id })).status).toBe(400);
  for (const bad of [{}, { content: '' }, { quote: null }])
    expect((await author.post('/api/notes', { ...bad, blogId: blog.id })).status, JSON.stringify(bad)).toBe(400);
});

test('a private highlight is nobody else’s', async () => {
  const blog = await makeBlog(author);
  const quote = { exact: 'secretly liked', prefix: '', suffix: '' };
  const { id } = await write({ content: undefined, quote, shared: false, blogId: blog.id });
  expect((await other.get(`/api/notes/${id}`)).status).toBe(404);
  expect((await other.get(`/api/notes?blog=${blog.id}`)).body).toEqual([]);
  expect((await other.get('/api/notes?search=secretly')).body).toEqual([]);
});

test('blogs tell how many notes the viewer may see, when asked', async () => {
  const blog = await makeBlog(author);
  await write({ blogId: blog.id });
  await write({ blogId: blog.id, shared: false });
  await other.post('/api/readinglists', { blogId: blog.id });
  const url = '/api/blogs?sort=newest&limit=1';
  expect((await author.get(url)).body[0]).not.toHaveProperty('noteCount');
  expect((await author.get(`${url}&noteCounts=1`)).body[0].noteCount).toBe(2);
  expect((await other.get(`${url}&noteCounts=1`)).body[0].noteCount).toBe(1);
  expect((await other.get('/api/readinglists?noteCounts=1')).body[0].blog.noteCount).toBe(1);
});

test('the list is filtered', async () => {
  const blog = await makeBlog(author);
  const a = await write({ content: 'filter 50%', important: true, blogId: blog.id });
  const b = (await other.post('/api/notes', { content: 'filter 500', blogId: blog.id })).body;
  const ids = async (query: string) => (await author.get(`/api/notes?${query}`)).body.map((n: { id: number }) => n.id);
  expect(await ids(`blog=${blog.id}`)).toEqual([b.id, a.id]);
  expect(await ids(`blog=${blog.id}&important=true`)).toEqual([a.id]);
  expect(await ids(`blog=${blog.id}&user=${other.id}`)).toEqual([b.id]);
  expect(await ids('search=filter%2050%25')).toEqual([a.id]);
  for (const bad of ['important=yes', 'marked=1', 'user=x', 'blog=-1'])
    expect((await author.get(`/api/notes?${bad}`)).status, bad).toBe(400);
});
