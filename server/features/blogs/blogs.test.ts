import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';

const server = useServer();
let admin: Client;
let owner: Client;
let other: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
  owner = await server.user('Owner');
  other = await server.user('Other');
});

describe('adding', () => {
  test('answers the blog with who added it', async () => {
    const { status, body } = await owner.post('/api/blogs', {
      title: ' On let vs const ',
      url: 'https://overreacted.io/on-let-vs-const/',
      author: 'Dan Abramov',
      year: 2019,
      extra: 'ignored',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(Number),
      title: 'On let vs const',
      author: 'Dan Abramov',
      url: 'https://overreacted.io/on-let-vs-const/',
      likes: 0,
      year: 2019,
      liked: false,
      user: { id: owner.id, username: owner.username, name: 'Owner' },
      article: null,
      sameAs: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect((await other.get(`/api/blogs/${body.id}`)).body).toEqual(body);
  });

  const thisYear = new Date().getFullYear();
  const url = 'https://a.example';
  test.each([
    [{ title: 't' }, ['url is required']],
    [{ title: '', url: '' }, ['title must not be empty', 'url must not be empty']],
    [{ title: 't', url: 'ftp://a.example' }, ['url must be an address that begins with http:// or https://']],
    [{ title: 't', url: 'a.example' }, ['url must be an address that begins with http:// or https://']],
    [{ title: 't', url, year: 1990 }, [`year must be a whole number from 1991 to ${thisYear}`]],
    [{ title: 't', url, year: thisYear + 1 }, [`year must be a whole number from 1991 to ${thisYear}`]],
    [{ title: 't', url, year: 2000.5 }, ['year must be a whole number']],
    [{ title: 't', url, year: '2000' }, ['year must be a whole number']],
    [{ title: 't', url, likes: -1 }, ['likes must be at least 0']],
    [{ title: 't', url, likes: '5' }, ['likes must be a whole number']],
    [{ title: 5, url }, ['title must be text']],
  ])('refuses %j', async (body, error) => {
    const answer = await owner.post('/api/blogs', body);
    expect({ status: answer.status, ...answer.body }).toEqual({ status: 400, error });
  });

  test('takes the first year and the current one', async () => {
    for (const year of [1991, thisYear]) expect((await makeBlog(owner, { year })).year).toBe(year);
  });
});

describe('the list', () => {
  test('is searched in title and author, in any case, with % and _ taken literally', async () => {
    const found = async (search: string) =>
      (await owner.get(`/api/blogs?search=${encodeURIComponent(search)}`)).body.map((b: { title: string }) => b.title);
    await makeBlog(owner, { title: '100% Zebra', author: 'Ann Ox' });
    await makeBlog(owner, { title: 'snake_case zebra', author: 'Bob Ox' });
    await makeBlog(owner, { title: 'back\\slash', author: 'zebra' });
    expect((await found('ZEBRA')).sort()).toEqual(['100% Zebra', 'back\\slash', 'snake_case zebra']);
    expect(await found('0%')).toEqual(['100% Zebra']);
    expect(await found('e_c')).toEqual(['snake_case zebra']);
    expect(await found('k\\s')).toEqual(['back\\slash']);
    expect(await found("'; DROP TABLE blogs; --")).toEqual([]);
  });

  test('is narrowed by author, year and user, and sorted', async () => {
    for (const [title, year, likes] of [
      ['b', 2001, 5],
      ['A', 2003, 7],
      ['c', 2002, 6],
    ] as const)
      await makeBlog(other, { title, year, likes, author: 'Sorted Author' });
    await makeBlog(admin, { title: 'd', author: 'sorted author', likes: 1, url: 'https://sorted.example' });
    const titles = async (query: string) =>
      (await owner.get(`/api/blogs?author=Sorted%20Author&${query}`)).body.map((b: { title: string }) => b.title);
    expect(await titles('')).toEqual(['A', 'c', 'b', 'd']);
    expect(await titles('sort=title')).toEqual(['A', 'b', 'c', 'd']);
    expect(await titles('sort=newest')).toEqual(['d', 'c', 'A', 'b']);
    expect(await titles('sort=oldest')).toEqual(['b', 'A', 'c', 'd']);
    expect(await titles('sort=year')).toEqual(['A', 'c', 'b', 'd']);
    expect(await titles('year=2002')).toEqual(['c']);
    expect(await titles(`user=${admin.id}`)).toEqual(['d']);
    expect((await owner.get('/api/blogs?url=https://sorted.example')).body).toHaveLength(1);
    for (const bad of ['sort=best', 'year=soon', 'user=0', 'limit=0', 'limit=501', 'limit=x'])
      expect((await owner.get(`/api/blogs?${bad}`)).status, bad).toBe(400);
  });
});

describe('likes', () => {
  const likes = async (who: Client, id: number, n: number) => {
    const { status, body } = await who.put(`/api/blogs/${id}`, { likes: n });
    return status === 200 ? body.likes : status;
  };

  test('who added it and admins set any number; others move it by their own like', async () => {
    const { id } = await makeBlog(owner);
    expect(await likes(owner, id, 10)).toBe(10);
    expect(await likes(admin, id, 20)).toBe(20);
    expect(await likes(other, id, 22)).toBe(403);
    expect(await likes(other, id, 19)).toBe(403);
    expect(await likes(other, id, 21)).toBe(21);
    expect(await likes(other, id, 22)).toBe(403);
    expect((await other.get(`/api/blogs/${id}`)).body.liked).toBe(true);
    expect(await likes(other, id, 20)).toBe(20);
    expect(await likes(other, id, 20)).toBe(20);
    expect((await other.get(`/api/blogs/${id}`)).body.liked).toBe(false);
  });

  test('the whole blog with one like more is a like', async () => {
    const blog = await makeBlog(owner);
    const answer = await other.put(`/api/blogs/${blog.id}`, { ...blog, likes: 1 });
    expect(answer).toMatchObject({ status: 200, body: { likes: 1, liked: true } });
    expect((await other.put(`/api/blogs/${blog.id}`, { ...blog, title: 'Mine', likes: 2 })).status).toBe(403);
  });

  test('by name they are idempotent, and never go below zero', async () => {
    const { id } = await makeBlog(owner);
    for (let i = 0; i < 2; i++) expect((await other.put(`/api/blogs/${id}/like`)).body.likes).toBe(1);
    await owner.put(`/api/blogs/${id}`, { likes: 0 });
    for (let i = 0; i < 2; i++) expect((await other.delete(`/api/blogs/${id}/like`)).body.likes).toBe(0);
    expect((await other.put('/api/blogs/99999/like')).status).toBe(404);
  });
});

describe('changing and deleting', () => {
  test('are for who added it and admins', async () => {
    const { id } = await makeBlog(owner, { year: 2010 });
    expect((await other.put(`/api/blogs/${id}`, { title: 'X' })).status).toBe(403);
    expect((await owner.put(`/api/blogs/${id}`, { title: 'New', author: null, year: null })).body).toMatchObject({
      title: 'New',
      author: null,
      year: null,
    });
    expect((await admin.put(`/api/blogs/${id}`, { url: 'https://b.example' })).body.url).toBe('https://b.example');
    expect((await owner.put(`/api/blogs/${id}`, { year: 1900 })).status).toBe(400);
    expect((await owner.put(`/api/blogs/${id}`, { title: '' })).status).toBe(400);
    expect((await other.delete(`/api/blogs/${id}`)).status).toBe(403);
    expect((await owner.delete(`/api/blogs/${id}`)).status).toBe(204);
    for (const method of ['GET', 'PUT', 'DELETE'] as const)
      expect(
        (await owner.send({ method, url: `/api/blogs/${id}`, payload: method === 'PUT' ? {} : undefined })).status,
      ).toBe(404);
  });

  test('a blog that others hold stays, unless an admin forces it; their notes stay', async () => {
    const { id } = await makeBlog(owner);
    await owner.post('/api/readinglists', { blogId: id });
    await other.post('/api/readinglists', { blogId: id });
    const { body: note } = await admin.post('/api/notes', { content: 'good', blogId: id });
    const refused = await owner.delete(`/api/blogs/${id}`);
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatch(/^2 other users hold/);
    expect((await owner.delete(`/api/blogs/${id}?force=true`)).status).toBe(403);
    expect((await admin.delete(`/api/blogs/${id}?force=true`)).status).toBe(204);
    expect((await other.get('/api/readinglists')).body).toEqual([]);
    expect((await admin.get(`/api/notes/${note.id}`)).body.blogId).toBeNull();
  });
});

test('authors are counted, most likes first', async () => {
  for (const likes of [100, 50]) await makeBlog(owner, { author: 'Most Liked', likes });
  await makeBlog(owner, { author: 'Next Liked', likes: 149 });
  await makeBlog(owner, { author: null, likes: 1000 });
  const { body } = await owner.get('/api/authors');
  expect(body.slice(0, 2)).toEqual([
    { author: 'Most Liked', articles: 2, blogs: 2, likes: 150 },
    { author: 'Next Liked', articles: 1, blogs: 1, likes: 149 },
  ]);
});
