import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { Readinglist } from '../readinglists/readinglist.model.ts';
import { Membership } from '../teams/membership.model.ts';

const server = useServer();
const DAY_MS = 86_400_000;
let admin: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
});

/** Puts a blog on a list, read so many days ago; answers the blog. */
async function readDaysAgo(who: Client, days: number, fields: Record<string, unknown> = {}) {
  const blog = await makeBlog(admin, fields);
  await who.post('/api/readinglists', { blogId: blog.id });
  const when = new Date(Date.now() - days * DAY_MS);
  await Readinglist.update({ read: true, readAt: when }, { where: { userId: who.id, blogId: blog.id } });
  return blog;
}

test('one’s reading is counted over time, by author, year and tag', async () => {
  const reader = await server.user();
  const first = await readDaysAgo(reader, 0, { author: 'Dan Abramov', year: 2019 });
  const second = await readDaysAgo(reader, 7, { author: 'dan abramov', year: 2018 });
  await readDaysAgo(reader, 70, { author: 'Joel Spolsky', year: 2018 });
  const unread = await makeBlog(admin);
  await reader.post('/api/readinglists', { blogId: unread.id });
  for (const [{ id }, tags] of [
    [first, ['react', 'web']],
    [second, ['React']],
    [unread, ['unread']],
  ] as const) {
    const [entry] = (await reader.get(`/api/readinglists?blog=${id}`)).body;
    await reader.put(`/api/readinglists/${entry.id}`, { tags });
  }
  const { status, body } = await reader.get('/api/statistics');
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({ read: 3, unread: 1, minutes: 0, weeks: { current: 2, longest: 2 } });
  expect(body.authors).toEqual([
    { author: expect.stringMatching(/dan abramov/i), read: 2 },
    { author: 'Joel Spolsky', read: 1 },
  ]);
  expect(body.years).toEqual([
    { year: 2019, read: 1 },
    { year: 2018, read: 2 },
  ]);
  expect(body.tags).toEqual([
    { tag: 'react', read: 2 },
    { tag: 'web', read: 1 },
  ]);
  expect(body.periods).toHaveLength(26);
  expect(body.periods.at(-1)).toMatchObject({ read: 1, added: 4 });
  expect(body.periods.at(-2).read).toBe(1);
  expect(body.periods.reduce((sum: number, { read }: { read: number }) => sum + read, 0)).toBe(3);
  const weeks = body.periods.map(({ from }: { from: string }) => new Date(from));
  for (const week of weeks) expect(week.getUTCDay()).toBe(1);
  const months = (await reader.get('/api/statistics?unit=month&periods=3&offset=-600')).body.periods;
  expect(months).toHaveLength(3);
  for (const { from } of months) expect(from).toMatch(/^\d{4}-\d\d-01$/);
});

test('the row of weeks goes on until a whole week has passed without', async () => {
  const reader = await server.user();
  for (const days of [7, 14, 21, 63]) await readDaysAgo(reader, days);
  expect((await reader.get('/api/statistics')).body.weeks).toEqual({ current: 3, longest: 3 });
  const lapsed = await server.user();
  for (const days of [28, 35]) await readDaysAgo(lapsed, days);
  expect((await lapsed.get('/api/statistics')).body.weeks).toEqual({ current: 0, longest: 2 });
  const fresh = await server.user();
  expect((await fresh.get('/api/statistics')).body).toMatchObject({ read: 0, weeks: { current: 0, longest: 0 } });
});

test('a team sees what it read of its list, and nothing of who hides it', async () => {
  const [member, hidden, stranger] = [await server.user('Member'), await server.user('Hidden'), await server.user()];
  const { body: team } = await member.post('/api/teams', { name: 'counted' });
  await member.post(`/api/teams/${team.id}/members`, { userId: hidden.id });
  const blog = await readDaysAgo(member, 0, { author: 'Ada' });
  await readDaysAgo(member, 0, { author: 'not on the list' });
  await member.post(`/api/teams/${team.id}/readings`, { blogId: blog.id });
  const row = (await hidden.get('/api/readinglists')).body[0];
  await hidden.put(`/api/readinglists/${row.id}`, { read: true });
  const url = `/api/teams/${team.id}/statistics?periods=2`;
  expect((await member.get(url)).body).toMatchObject({
    blogs: 1,
    read: 2,
    hidden: 0,
    authors: [{ author: 'Ada', read: 2 }],
  });
  await Membership.update({ hidesProgress: true }, { where: { teamId: team.id, userId: hidden.id } });
  const { body } = await member.get(url);
  expect(body).toEqual({
    blogs: 1,
    read: 1,
    hidden: 1,
    periods: [expect.objectContaining({ read: 0 }), expect.objectContaining({ read: 1, added: 1 })],
    authors: [{ author: 'Ada', read: 1 }],
    members: [{ id: member.id, name: 'Member', read: 1 }],
  });
  expect((await stranger.get(url)).status).toBe(403);
  expect((await admin.get(url)).status).toBe(200);
  expect((await member.get('/api/teams/99999/statistics')).status).toBe(404);
});
