import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { entryOf, makeTeam, share } from '../../../test/reading-teams.ts';

const server = useServer();
let admin: Client;
let owner: Client;
let member: Client;
let other: Client;
let stranger: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
  owner = await server.user('Owner');
  member = await server.user('Member');
  other = await server.user('Other');
  stranger = await server.user('Stranger');
});

const takeOff = (team: number, blogId: number) => owner.delete(`/api/teams/${team}/readings/${blogId}`);
const leave = (team: number, who: Client) => who.delete(`/api/teams/${team}/members/${who.id}`);
const join = (team: number, who: Client) => owner.post(`/api/teams/${team}/members`, { userId: who.id });

describe('putting a blog on a team’s list', () => {
  test('puts it unread on every member’s own list, marked with the team', async () => {
    const team = await makeTeam(owner, member, other);
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    for (const who of [owner, member, other]) {
      const entry = await entryOf(who, id);
      expect(entry).toMatchObject({ read: false, readAt: null, teams: [{ id: team, name: expect.any(String) }] });
      expect((await who.get(`/api/readinglists?team=${team}`)).body).toEqual([entry]);
    }
    expect(await entryOf(stranger, id)).toBeUndefined();
  });

  test('leaves who had it with his state, and the read state is the member’s alone', async () => {
    const team = await makeTeam(owner, member, other);
    const { id: blogId } = await makeBlog(admin);
    const { body: mine } = await member.post('/api/readinglists', { blogId });
    const { body: read } = await member.put(`/api/readinglists/${mine.id}`, { read: true });
    await share(team, blogId, owner);
    expect(await entryOf(member, blogId)).toMatchObject({ id: mine.id, read: true, readAt: read.readAt });
    expect(await entryOf(other, blogId)).toMatchObject({ read: false });
  });

  test('reaches disabled members too, who find it when they are let in again', async () => {
    const late = await server.user('Late');
    const team = await makeTeam(owner, late);
    await admin.put(`/api/users/${late.username}`, { disabled: true });
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    await admin.put(`/api/users/${late.username}`, { disabled: false });
    expect(await entryOf(late, id)).toMatchObject({ read: false });
  });

  test('keeps the blog from being deleted under the team; an admin’s force takes it from everywhere', async () => {
    const team = await makeTeam(owner, member);
    const blog = await makeBlog(owner);
    await share(team, blog.id, owner);
    for (const who of [owner, member]) await who.delete(`/api/readinglists/${(await entryOf(who, blog.id)).id}`);
    expect(await owner.delete(`/api/blogs/${blog.id}`)).toMatchObject({
      status: 409,
      body: {
        error: '1 other user holds this blog: on the reading list of 0, with notes by 0, on the list of 1 team',
      },
    });
    expect((await admin.delete(`/api/blogs/${blog.id}?force=true`)).status).toBe(204);
    expect((await owner.get(`/api/teams/${team}/readings`)).body).toEqual([]);
  });
});

/** What a member may have done with what a team brought, and whether it stays his when the team goes. */
const TOUCHES: [string, boolean, (who: Client, blogId: number) => Promise<unknown>][] = [
  ['nothing', false, async () => {}],
  ['read it', true, async (who, id) => who.put(`/api/readinglists/${(await entryOf(who, id)).id}`, { read: true })],
  [
    'began to read it',
    true,
    async (who, id) => who.put(`/api/readinglists/${(await entryOf(who, id)).id}`, { progress: 0.1 }),
  ],
  [
    'starred it',
    true,
    async (who, id) => who.put(`/api/readinglists/${(await entryOf(who, id)).id}`, { starred: true }),
  ],
  [
    'tagged it',
    true,
    async (who, id) => who.put(`/api/readinglists/${(await entryOf(who, id)).id}`, { tags: ['later'] }),
  ],
  [
    'starred and tagged it, and took both back',
    false,
    async (who, id) => {
      const { id: entry } = await entryOf(who, id);
      await who.put(`/api/readinglists/${entry}`, { starred: true, tags: ['later'] });
      await who.put(`/api/readinglists/${entry}`, { starred: false, tags: [] });
    },
  ],
  ['wrote a private note', true, (who, id) => who.post('/api/notes', { content: 'mine', shared: false, blogId: id })],
  ['put it on his list himself', true, (who, id) => who.post('/api/readinglists', { blogId: id })],
  [
    'read it and marked it unread again',
    false,
    async (who, id) => {
      const { id: entry } = await entryOf(who, id);
      for (const read of [true, false]) await who.put(`/api/readinglists/${entry}`, { read });
    },
  ],
];

/** How a blog may go from a team, for one member. */
const GOINGS: [string, (team: number, who: Client, blogId: number) => Promise<unknown>][] = [
  ['it is taken off the list', (team, _, blogId) => takeOff(team, blogId)],
  ['he leaves', (team, who) => leave(team, who)],
  ['he is removed', (team, who) => owner.delete(`/api/teams/${team}/members/${who.id}`)],
  ['the team is deleted', (team) => owner.delete(`/api/teams/${team}`)],
];

describe.each(GOINGS)('when %s', (_, go) => {
  test.each(TOUCHES)('a member who did %s: it stays his, %s', async (_, stays, touch) => {
    const team = await makeTeam(owner, member);
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    await touch(member, id);
    const before = await entryOf(member, id);
    await go(team, member, id);
    const after = await entryOf(member, id);
    if (!stays) expect(after).toBeUndefined();
    else expect(after).toEqual({ ...before, teams: [] });
  });

  test('what a member had before the team came stays as it was', async () => {
    const team = await makeTeam(owner, member);
    const { id: blogId } = await makeBlog(admin);
    const { body: mine } = await member.post('/api/readinglists', { blogId });
    await share(team, blogId, owner);
    await go(team, member, blogId);
    expect(await entryOf(member, blogId)).toMatchObject({ id: mine.id, read: false, teams: [] });
  });

  test('what he was left with is his own: another team may come and go', async () => {
    const [team, second] = [await makeTeam(owner, member), await makeTeam(owner, member)];
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    const entry = await entryOf(member, id);
    await member.put(`/api/readinglists/${entry.id}`, { read: true });
    await go(team, member, id);
    await member.put(`/api/readinglists/${entry.id}`, { read: false });
    await share(second, id, owner);
    await takeOff(second, id);
    expect(await entryOf(member, id)).toMatchObject({ id: entry.id, read: false });
  });

  test('a second team with the same blog keeps it there, one row all along, until it goes as well', async () => {
    const [team, second] = [await makeTeam(owner, member), await makeTeam(owner, member)];
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    const entry = await entryOf(member, id);
    await share(second, id, owner);
    expect(await entryOf(member, id)).toMatchObject({ id: entry.id, teams: [{ id: team }, { id: second }] });
    await go(team, member, id);
    expect(await entryOf(member, id)).toMatchObject({ id: entry.id, teams: [{ id: second }] });
    await takeOff(second, id);
    expect(await entryOf(member, id)).toBeUndefined();
  });
});

describe('membership', () => {
  test('joining brings the team’s list, and leaves alone what was there; leaving takes all of it at once', async () => {
    const team = await makeTeam(owner);
    const late = await server.user('Late');
    const blogs = [await makeBlog(admin), await makeBlog(admin), await makeBlog(admin)];
    for (const { id } of blogs) await share(team, id, owner);
    const { body: mine } = await late.post('/api/readinglists', { blogId: blogs[0].id });
    await late.put(`/api/readinglists/${mine.id}`, { read: true });
    await join(team, late);
    expect((await late.get(`/api/readinglists?team=${team}`)).body).toHaveLength(3);
    expect((await late.get('/api/readinglists')).headers['x-counts']).toBe('unread=2, read=1');
    await leave(team, late);
    expect((await late.get('/api/readinglists')).body).toMatchObject([{ id: mine.id, read: true, teams: [] }]);
  });

  test('a member takes it off his own list alone: the team keeps it, and it does not come back by itself', async () => {
    const team = await makeTeam(owner, member);
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    expect((await member.delete(`/api/readinglists/${(await entryOf(member, id)).id}`)).status).toBe(204);
    expect(await owner.get(`/api/teams/${team}/readings`)).toMatchObject({ body: [{ blog: { id } }] });
    expect(await entryOf(owner, id)).toBeDefined();
    await owner.put(`/api/teams/${team}/readings/${id}`, { word: 'really' });
    await share(team, (await makeBlog(admin)).id, owner);
    await join(team, other);
    expect(await entryOf(member, id)).toBeUndefined();
  });

  test('of what a member has, the others’ leaving changes nothing', async () => {
    const team = await makeTeam(owner, member, other);
    const { id } = await makeBlog(admin);
    await share(team, id, owner);
    await leave(team, other);
    expect(await entryOf(member, id)).toMatchObject({ teams: [{ id: team }] });
  });
});

test('adding what a team brought is allowed once: then it is one’s own, and there already', async () => {
  const team = await makeTeam(owner, member);
  const { id: blogId } = await makeBlog(admin);
  await share(team, blogId, owner);
  const entry = await entryOf(member, blogId);
  await member.put(`/api/readinglists/${entry.id}`, { read: true });
  expect(await member.post('/api/readinglists', { blogId })).toMatchObject({
    status: 201,
    body: { id: entry.id, read: true },
  });
  expect((await member.post('/api/readinglists', { blogId })).status).toBe(400);
});
