import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { entryOf, makeTeam, share } from '../../../test/reading-teams.ts';

const server = useServer();
let admin: Client;
let owner: Client;
let member: Client;
let other: Client;
let stranger: Client;
let team: number;
let read: number;
let begun: number;
let untouched: number;

beforeAll(async () => {
  admin = await server.user('Admin');
  owner = await server.user('Owner');
  member = await server.user('Member');
  other = await server.user('Other');
  stranger = await server.user('Stranger');
  team = await makeTeam(owner, member, other);
  [read, begun, untouched] = [(await makeBlog(admin)).id, (await makeBlog(admin)).id, (await makeBlog(admin)).id];
  for (const blogId of [untouched, begun, read]) await share(team, blogId, owner);
  await owner.put(`/api/teams/${team}/readings/${read}`, { dueOn: '2026-11-25' });
  await owner.put(`/api/teams/${team}/readings/${begun}`, { dueOn: '2026-11-30' });
  for (const who of [owner, member, other]) await markRead(who, read, true);
  await member.put(`/api/readinglists/${(await entryOf(member, begun)).id}`, { progress: 0.5 });
});

const markRead = async (who: Client, blogId: number, on: boolean) =>
  who.put(`/api/readinglists/${(await entryOf(who, blogId)).id}`, { read: on });
const matrix = async (query = '', who = owner) => (await who.get(`/api/teams/${team}/matrix${query}`)).body;
const blogIds = async (query: string, who = owner) =>
  (await matrix(query, who)).map(({ blog }: { blog: { id: number } }) => blog.id);
const hide = (who: Client, hidesProgress: boolean, as = who) =>
  as.put(`/api/teams/${team}/members/${who.id}`, { hidesProgress });

test('says of every blog who has read it and when, who is in progress, and how many', async () => {
  const [first, second, third] = await matrix();
  expect(first).toMatchObject({
    blog: { id: read },
    dueOn: '2026-11-25',
    counts: { read: 3, inProgress: 0, unread: 0, hidden: 0 },
  });
  const { readAt } = await entryOf(member, read);
  expect(first.cells).toHaveLength(3);
  expect(first.cells).toContainEqual({ userId: member.id, readAt, progress: 0 });
  expect(second).toMatchObject({ blog: { id: begun }, counts: { read: 0, inProgress: 1, unread: 2, hidden: 0 } });
  expect(second.cells).toEqual([{ userId: member.id, readAt: null, progress: 0.5 }]);
  expect(third).toMatchObject({ blog: { id: untouched }, counts: { read: 0, inProgress: 0, unread: 3, hidden: 0 } });
  expect(third.cells).toEqual([]);
  // The list has the same numbers.
  expect((await owner.get(`/api/teams/${team}/readings`)).body[1].counts).toEqual(second.counts);
});

test('is narrowed to what I have not read, what all have read, what is due in some days', async () => {
  expect(await blogIds('?readByMe=false')).toEqual([begun, untouched]);
  expect(await blogIds('?readByAll=true')).toEqual([read]);
  expect(await blogIds('?dueFrom=2026-11-23&dueTo=2026-11-29')).toEqual([read]);
  expect(await blogIds('?sort=newest')).toEqual([read, begun, untouched]);
  for (const bad of ['membersFrom=-1', 'membersFrom=x', 'sort=title'])
    expect((await owner.get(`/api/teams/${team}/matrix?${bad}`)).status, bad).toBe(400);
});

test('is for members and admins', async () => {
  expect((await stranger.get(`/api/teams/${team}/matrix`)).status).toBe(403);
  expect((await stranger.get('/api/teams/99999/matrix')).status).toBe(404);
  expect(await matrix('', admin)).toHaveLength(3);
});

test('whoever took it off his own list counts as unread', async () => {
  const { id: blogId } = await makeBlog(admin);
  await share(team, blogId, owner);
  await member.delete(`/api/readinglists/${(await entryOf(member, blogId)).id}`);
  const row = (await matrix()).find(({ blog }: { blog: { id: number } }) => blog.id === blogId);
  expect(row.counts).toEqual({ read: 0, inProgress: 0, unread: 3, hidden: 0 });
  await owner.delete(`/api/teams/${team}/readings/${blogId}`);
});

test('a member who hides his progress counts as hidden, not as unread, to everybody', async () => {
  expect(await hide(member, true)).toMatchObject({ status: 200, body: { id: member.id, hidesProgress: true } });
  for (const who of [owner, member, admin]) {
    const [first, second] = await matrix('', who);
    expect(first.counts).toEqual({ read: 2, inProgress: 0, unread: 0, hidden: 1 });
    expect(first.cells.map(({ userId }: { userId: number }) => userId)).not.toContain(member.id);
    expect(second).toMatchObject({ counts: { read: 0, inProgress: 0, unread: 2, hidden: 1 }, cells: [] });
  }
  // What is his alone stays: his own state, and what he filters by.
  expect((await matrix('', member))[1].reading).toMatchObject({ read: false, progress: 0.5 });
  expect(await blogIds('?readByMe=true', member)).toEqual([read]);

  await markRead(other, read, false);
  expect(await blogIds('?readByAll=true')).toEqual([]);
  await markRead(other, read, true);
  await markRead(member, read, false); // hidden, so that it must not be told by the filter either
  expect(await blogIds('?readByAll=true')).toEqual([read]);
  await markRead(member, read, true);

  const members = (await owner.get(`/api/teams/${team}`)).body.members;
  expect(members.find(({ id }: { id: number }) => id === member.id)).toMatchObject({ hidesProgress: true });
  expect((await stranger.get(`/api/teams/${team}`)).body.members[0]).not.toHaveProperty('hidesProgress');
  await hide(member, false);
  expect((await matrix())[0].counts).toEqual({ read: 3, inProgress: 0, unread: 0, hidden: 0 });
});

test('only the member himself says whether he hides', async () => {
  for (const as of [owner, admin, other]) expect((await hide(member, true, as)).status).toBe(403);
  expect((await hide(stranger, true)).status).toBe(404);
  expect((await member.put(`/api/teams/${team}/members/${member.id}`, {})).status).toBe(400);
  expect((await member.put(`/api/teams/${team}/members/${member.id}`, { hidesProgress: 'yes' })).status).toBe(400);
  const both = { hidesProgress: true, role: 'owner' };
  expect((await member.put(`/api/teams/${team}/members/${member.id}`, both)).status).toBe(403);
});

test('is as wide as it is asked for: the counts are of all, the cells of the members from a place on', async () => {
  const [first] = await matrix('?membersFrom=1&limit=1');
  expect(first.counts.read).toBe(3);
  expect(first.cells.map(({ userId }: { userId: number }) => userId).sort()).toEqual([member.id, other.id].sort());
});
