import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { entryOf, makeTeam, share } from '../../../test/reading-teams.ts';
import { Readinglist } from '../readinglists/readinglist.model.ts';
import { User } from '../users/user.model.ts';

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

describe('a team’s list', () => {
  test('is added to by members, with a day and a word, and shows who did it', async () => {
    const team = await makeTeam(owner, member);
    const blog = await makeBlog(stranger);
    const added = await member.post(`/api/teams/${team}/readings`, {
      blogId: blog.id,
      dueOn: '2026-12-01',
      word: ' for Friday ',
    });
    expect(added).toMatchObject({
      status: 201,
      body: {
        dueOn: '2026-12-01',
        word: 'for Friday',
        user: { id: member.id, name: 'Member' },
        blog: { id: blog.id, title: blog.title, user: { name: 'Stranger' } },
        reading: { read: false, readAt: null },
        counts: { read: 0, inProgress: 0, unread: 2, hidden: 0 },
      },
    });
    expect((await owner.get(`/api/teams/${team}/readings`)).body).toMatchObject([{ blog: { id: blog.id } }]);
    expect(await member.post(`/api/teams/${team}/readings`, { blogId: blog.id })).toMatchObject({
      status: 400,
      body: { error: ['this blog is already on the list of this team'] },
    });
    expect((await member.post(`/api/teams/${team}/readings`, { blogId: 99999 })).status).toBe(404);
    expect((await member.post('/api/teams/99999/readings', { blogId: blog.id })).status).toBe(404);
    const { id: blogId } = await makeBlog(member);
    for (const bad of [
      {},
      { blogId: 'x' },
      { blogId, dueOn: 'soon' },
      { blogId, dueOn: '2026-02-30' },
      { blogId, word: '' },
    ])
      expect((await member.post(`/api/teams/${team}/readings`, bad)).status, JSON.stringify(bad)).toBe(400);
  });

  test('takes the address of a page too: the page is saved, once however often it is put on lists', async () => {
    const [team, second] = [await makeTeam(owner, member), await makeTeam(owner)];
    const url = 'https://pages.example/by-address';
    const { status, body } = await member.post(`/api/teams/${team}/readings`, { url });
    expect(status).toBe(201);
    expect(body).toMatchObject({ blog: { url }, reading: { read: false } });
    const again = await owner.post(`/api/teams/${second}/readings`, { url });
    expect(again.body.blog.id).toBe(body.blog.id);
    expect((await owner.post(`/api/teams/${second}/readings`, { url })).status).toBe(400);
    for (const bad of ['nowhere', 'ftp://pages.example', ''])
      expect((await owner.post(`/api/teams/${team}/readings`, { url: bad })).status, bad).toBe(400);
  });

  test('is changed by who put it there, owners and admins', async () => {
    const team = await makeTeam(owner, member, other);
    const { id } = await makeBlog(member);
    await share(team, id, member);
    const url = `/api/teams/${team}/readings/${id}`;
    for (const who of [other, stranger]) {
      expect((await who.put(url, { word: 'no' })).status).toBe(403);
      expect((await who.delete(url)).status).toBe(403);
    }
    expect((await member.put(url, { dueOn: '2026-12-24', word: 'why' })).body).toMatchObject({ word: 'why' });
    expect((await owner.put(url, { word: null })).body).toMatchObject({ dueOn: '2026-12-24', word: null });
    expect((await admin.put(url, { dueOn: null })).body).toMatchObject({ dueOn: null });
    expect((await admin.delete(url)).status).toBe(204);
    for (const gone of [await owner.put(url, { word: 'x' }), await owner.delete(url)]) expect(gone.status).toBe(404);
  });

  test('is for its members and admins; others may know the team, not what it reads', async () => {
    const team = await makeTeam(owner, member);
    const { id } = await makeBlog(member);
    await share(team, id, owner);
    expect((await stranger.get(`/api/teams/${team}`)).status).toBe(200);
    for (const url of [`/api/teams/${team}/readings`, `/api/teams/${team}/readings?readByAll=true`])
      expect((await stranger.get(url)).status, url).toBe(403);
    expect((await stranger.post(`/api/teams/${team}/readings`, { blogId: id })).status).toBe(403);
    for (const blogId of [id, 99999])
      expect((await stranger.delete(`/api/teams/${team}/readings/${blogId}`)).status).toBe(403);
    expect((await admin.get(`/api/teams/${team}/readings`)).body).toMatchObject([{ reading: null }]);
    expect((await stranger.get('/api/teams/99999/readings')).status).toBe(404);
    // Neither does a row of his own tell a stranger that a team he is not in reads it.
    await stranger.post('/api/readinglists', { blogId: id });
    expect((await entryOf(stranger, id)).teams).toEqual([]);
    expect((await stranger.get(`/api/readinglists?team=${team}`)).body).toEqual([]);
  });

  test('is sorted by day, narrowed and paged', async () => {
    const team = await makeTeam(owner, member);
    const ids: number[] = [];
    for (const dueOn of ['2026-12-03', undefined, '2026-12-01']) {
      const blog = await makeBlog(owner, { title: `due ${dueOn}` });
      ids.push(blog.id);
      await owner.post(`/api/teams/${team}/readings`, { blogId: blog.id, dueOn });
    }
    const [third, never, first] = ids;
    const list = async (query = '', who = member) =>
      (await who.get(`/api/teams/${team}/readings${query}`)).body.map(({ blog }: { blog: { id: number } }) => blog.id);
    expect(await list()).toEqual([first, third, never]);
    expect(await list('?sort=newest')).toEqual([first, never, third]);
    expect(await list('?dueFrom=2026-12-02&dueTo=2026-12-31')).toEqual([third]);
    expect(await list('?search=2026-12-01')).toEqual([first]);
    const { headers } = await member.get(`/api/teams/${team}/readings?limit=2`);
    const next = /^<(.*)>; rel="next"$/.exec(String(headers.link))?.[1] as string;
    expect((await member.get(next)).body).toMatchObject([{ blog: { id: never } }]);

    await member.put(`/api/readinglists/${(await entryOf(member, first as number)).id}`, { read: true });
    expect(await list('?readByMe=true')).toEqual([first]);
    expect(await list('?readByMe=false')).toEqual([third, never]);
    expect(await list('?readByAll=true')).toEqual([]);
    await owner.put(`/api/readinglists/${(await entryOf(owner, first as number)).id}`, { read: true });
    expect(await list('?readByAll=true')).toEqual([first]);
    expect(await list('?readByAll=false')).toEqual([third, never]);
    for (const bad of ['dueFrom=today', 'sort=title', 'readByMe=maybe', 'cursor=x'])
      expect((await member.get(`/api/teams/${team}/readings?${bad}`)).status, bad).toBe(400);
  });
});

test('the list outlives the account of who added to it', async () => {
  const guest = await server.user('Guest');
  const team = await makeTeam(owner, member, guest);
  const { id } = await makeBlog(admin);
  await share(team, id, guest);
  await User.destroy({ where: { id: guest.id } });
  expect((await member.get(`/api/teams/${team}/readings`)).body).toMatchObject([{ user: null, blog: { id } }]);
  expect(await entryOf(member, id)).toBeDefined();
  expect(await Readinglist.count({ where: { userId: guest.id } })).toBe(0);
});
