import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { makeTeam, share } from '../../../test/reading-teams.ts';

const server = useServer();
let admin: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
});

/** A reader with so many entries; answers him with their addresses. */
async function readerOf(entries: number): Promise<[Client, ...string[]]> {
  const reader = await server.user();
  const urls: string[] = [];
  for (let n = 0; n < entries; n++) {
    const { body } = await reader.post('/api/readinglists', { blogId: (await makeBlog(admin)).id });
    urls.push(`/api/readinglists/${body.id}`);
  }
  return [reader, ...urls];
}

const listed = async (who: Client, query: string): Promise<string[]> =>
  (await who.get(`/api/readinglists?${query}`)).body.map(({ id }: { id: number }) => `/api/readinglists/${id}`);

test('a star is set and taken, beside what else an entry says', async () => {
  const [reader, one, two] = (await readerOf(2)) as [Client, string, string];
  expect((await reader.put(one, { starred: true })).body).toMatchObject({ starred: true, read: false, tags: [] });
  expect((await reader.put(one, { read: true })).body).toMatchObject({ starred: true, read: true });
  expect(await listed(reader, 'starred=true')).toEqual([one]);
  expect(await listed(reader, 'starred=false')).toEqual([two]);
  expect(await listed(reader, 'starred=true&read=false')).toEqual([]);
  expect((await reader.put(one, { starred: false })).body).toMatchObject({ starred: false, read: true });
  expect(await listed(reader, 'starred=true')).toEqual([]);
  for (const starred of ['true', 1, null]) expect((await reader.put(one, { starred })).status).toBe(400);
  expect((await reader.get('/api/readinglists?starred=1')).status).toBe(400);
});

describe('tags', () => {
  test('are tidied: one line without space around it, each once in whatever case', async () => {
    const [reader, one] = (await readerOf(1)) as [Client, string];
    const { body } = await reader.put(one, {
      tags: [' To\n  do ', 'React', 'to DO', 'e\u0301te\u0301', '\u00e9t\u00e9'],
    });
    expect(body.tags).toEqual(['To do', 'React', '\u00e9t\u00e9']);
    expect((await reader.get('/api/readinglists')).body).toMatchObject([{ tags: body.tags }]);
    expect((await reader.put(one, { tags: ['last'] })).body.tags).toEqual(['last']);
    expect((await reader.put(one, { read: true })).body.tags).toEqual(['last']);
    expect((await reader.put(one, { tags: [] })).body.tags).toEqual([]);
  });

  test('are at most 20, of at most 50 characters, and of text', async () => {
    const [reader, one] = (await readerOf(1)) as [Client, string];
    const many = Array.from({ length: 21 }, (_, n) => `tag ${n}`);
    expect((await reader.put(one, { tags: many.slice(1) })).body.tags).toHaveLength(20);
    for (const tags of [many, ['x'.repeat(51)], ['  '], [''], [1], [null], 'react', {}, null, ['a\u0000b']])
      expect((await reader.put(one, { tags })).status, JSON.stringify(tags)).toBe(400);
    expect((await reader.put(one, { tags: ['ä'.repeat(50)] })).status).toBe(200);
  });

  test('are written as their reader wrote them before', async () => {
    const [reader, one, two] = (await readerOf(2)) as [Client, string, string];
    await reader.put(one, { tags: ['TypeScript'] });
    expect((await reader.put(two, { tags: ['new', 'typescript'] })).body.tags).toEqual(['new', 'TypeScript']);
  });

  test('narrow the list, in whatever case and taken literally', async () => {
    const [reader, one, two] = (await readerOf(2)) as [Client, string, string];
    await reader.put(one, { tags: ['50 %', 'ÄLY'] });
    await reader.put(two, { tags: ['50 x'] });
    expect(await listed(reader, `tag=${encodeURIComponent('50 %')}`)).toEqual([one]);
    expect(await listed(reader, `tag=${encodeURIComponent(' äly ')}`)).toEqual([one]);
    expect(await listed(reader, 'tag=none')).toEqual([]);
    for (const bad of ['tag=', `tag=${'x'.repeat(51)}`, 'tag=a&tag=b'])
      expect((await reader.get(`/api/readinglists?${bad}`)).status, bad).toBe(400);
  });

  test('are counted, by name', async () => {
    const [reader, one, two] = (await readerOf(2)) as [Client, string, string];
    expect((await reader.get('/api/tags')).body).toEqual([]);
    await reader.put(one, { tags: ['web', 'Art'], read: true });
    await reader.put(two, { tags: ['web'] });
    expect((await reader.get('/api/tags')).body).toEqual([
      { name: 'Art', count: 1, unread: 0 },
      { name: 'web', count: 2, unread: 1 },
    ]);
  });

  test('are renamed on all entries, and two become one', async () => {
    const [reader, one, two, three] = (await readerOf(3)) as [Client, string, string, string];
    await reader.put(one, { tags: ['a', 'js', 'b', 'JavaScript'] });
    await reader.put(two, { tags: ['js'] });
    await reader.put(three, { tags: ['javascript', 'c'] });
    const { status, body } = await reader.put('/api/tags/JS', { name: ' Javascript ' });
    expect([status, body]).toEqual([200, { name: 'Javascript', count: 3, unread: 3 }]);
    const tags = (await reader.get('/api/readinglists?sort=oldest')).body.map(
      (entry: { tags: string[] }) => entry.tags,
    );
    expect(tags).toEqual([['a', 'Javascript', 'b'], ['Javascript'], ['Javascript', 'c']]);
    expect((await reader.put('/api/tags/b', { name: 'B' })).body).toEqual({ name: 'B', count: 1, unread: 1 });
    expect((await reader.put('/api/tags/none', { name: 'a' })).status).toBe(404);
    for (const name of ['', ' ', 'x'.repeat(51), 7])
      expect((await reader.put('/api/tags/a', { name })).status).toBe(400);
  });

  test('are taken off all entries', async () => {
    const [reader, one, two] = (await readerOf(2)) as [Client, string, string];
    await reader.put(one, { tags: ['a/b', 'rest'] });
    await reader.put(two, { tags: ['A/B'] });
    expect((await reader.delete(`/api/tags/${encodeURIComponent('a/b')}`)).status).toBe(204);
    expect((await reader.get('/api/tags')).body).toEqual([{ name: 'rest', count: 1, unread: 1 }]);
    expect((await reader.delete(`/api/tags/${encodeURIComponent('a/b')}`)).status).toBe(404);
  });
});

test('star and tags are the reader’s alone: nobody else changes, sees, renames or finds them', async () => {
  const [reader, one] = (await readerOf(1)) as [Client, string];
  const { id: blogId } = await makeBlog(admin, { title: 'Shared unseen' });
  const team = await makeTeam(reader, admin);
  await share(team, blogId, reader);
  const entry = (await listed(reader, `blog=${blogId}`))[0] as string;
  for (const url of [one, entry]) await reader.put(url, { starred: true, tags: ['secret'] });
  for (const change of [{ starred: false }, { tags: [] }]) expect((await admin.put(one, change)).status).toBe(403);
  expect((await admin.get('/api/tags')).body).toEqual([]);
  expect((await admin.put('/api/tags/secret', { name: 'known' })).status).toBe(404);
  expect((await admin.delete('/api/tags/secret')).status).toBe(404);
  expect(await listed(admin, 'tag=secret')).toEqual([]);
  expect((await admin.get('/api/search?q=tag:secret')).body).toEqual([]);
  expect((await reader.get('/api/search?q=unseen tag:Secret is:starred')).body).toHaveLength(1);
  const answers = [
    await admin.post('/api/readinglists', { blogId, userId: reader.id }), // his own now, and not by the team alone
    await admin.get(`/api/users/${reader.id}`),
    await admin.get(`/api/teams/${team}/readings`),
    await admin.get(`/api/teams/${team}/matrix`),
    await admin.get(`/api/teams/${team}/activity`),
  ];
  for (const { status, body } of answers) {
    expect(status).toBeLessThan(300);
    expect(JSON.stringify(body)).not.toMatch(/secret|starred/);
  }
});
