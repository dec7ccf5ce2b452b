import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Blog } from '../server/features/blogs/blog.model.ts';
import { Feed } from '../server/features/feeds/feed.model.ts';
import { InboxItem } from '../server/features/feeds/inbox-item.model.ts';
import { Post } from '../server/features/feeds/post.model.ts';
import { Subscription } from '../server/features/feeds/subscription.model.ts';
import { Invitation } from '../server/features/invitations/invitation.model.ts';
import { Note } from '../server/features/notes/note.model.ts';
import { NoteMention } from '../server/features/notes/note-mention.model.ts';
import { NoteReaction } from '../server/features/notes/note-reaction.model.ts';
import { UserNote } from '../server/features/notes/user-note.model.ts';
import { Readinglist } from '../server/features/readinglists/readinglist.model.ts';
import { Membership } from '../server/features/teams/membership.model.ts';
import { Team } from '../server/features/teams/team.model.ts';
import { TeamReading } from '../server/features/teams/team-reading.model.ts';
import { User } from '../server/features/users/user.model.ts';
import { type Client, TestServer } from './app.ts';
import { countQueries } from './queries.ts';

const server = new TestServer();
let admin: Client;
let made = 0;

beforeAll(async () => {
  await server.start();
  admin = await server.user('Admin');
  await admin.post('/api/teams', { name: 'team of the admin' });
  await admin.post('/api/notes', { content: 'talked about' });
});
afterAll(() => server.stop());

/** Ten more of everything that a list can hold, straight into the tables. */
async function addTen() {
  const from = made;
  made += 10;
  const n = Array.from({ length: 10 }, (_, i) => from + i);
  const users = await User.bulkCreate(
    n.map((i) => ({ username: `row${i}@x.fi`, name: `Row ${i}`, passwordHash: 'x' })),
    { returning: true },
  );
  const blogs = await Blog.bulkCreate(
    n.map((i) => ({
      title: `T${i % 4}`,
      author: `A${i}`,
      url: `https://x.fi/${i}`,
      likes: i % 3,
      year: 2000 + (i % 5),
      userId: admin.id,
    })),
    { returning: true },
  );
  await Readinglist.bulkCreate(
    blogs.map(({ id }, i) => ({ blogId: id, userId: admin.id, tags: [`tag ${from + i}`, 'all'] })),
  );
  const notes = await Note.bulkCreate(
    users.map(({ id }, i) => ({ content: `note ${i}`, userId: id, date: new Date() })),
    { returning: true },
  );
  await Note.bulkCreate(users.map(({ id }) => ({ content: 'reply', userId: id, date: new Date(), parentId: 1 })));
  await NoteReaction.bulkCreate(
    notes.map(({ id }, i) => ({ noteId: id, userId: admin.id, kind: i % 2 ? 'agree' : 'thanks' })),
  );
  await NoteMention.bulkCreate(notes.map(({ id }) => ({ noteId: id, userId: admin.id, written: 'Admin' })));
  await UserNote.bulkCreate(
    notes.flatMap(({ id }, i) => users.slice(0, 1 + (i % 3)).map((u) => ({ noteId: id, userId: u.id }))),
  );
  await Invitation.bulkCreate(n.map((i) => ({ teamId: 1, createdBy: admin.id, tokenHash: Buffer.from(`token ${i}`) })));
  await TeamReading.bulkCreate(
    blogs.map(({ id }, i) => ({ teamId: 1, blogId: id, userId: admin.id, dueOn: i % 3 ? `2026-12-0${i % 3}` : null })),
  );
  await addFeeds(n);
  const teams = await Team.bulkCreate(
    n.map((i) => ({ name: `team ${i}` })),
    { returning: true },
  );
  await Membership.bulkCreate(teams.map(({ id }, i) => ({ teamId: id, userId: users[i]?.id as number })));
  await Membership.bulkCreate(users.map(({ id }) => ({ teamId: 1, userId: id })));
  await Promise.all(n.map(() => server.login(admin.username)));
}

/** Feeds that the admin follows, each with a post in his inbox. */
async function addFeeds(n: number[]) {
  const feeds = await Feed.bulkCreate(
    n.map((i) => ({
      url: `https://x.fi/${i}.xml`,
      title: `Feed ${i}`,
      state: 'ready' as const,
      nextCheckAt: new Date(),
    })),
    { returning: true },
  );
  await Subscription.bulkCreate(feeds.map(({ id }) => ({ feedId: id, userId: admin.id })));
  const posts = await Post.bulkCreate(
    feeds.map(({ id }, i) => ({ feedId: id, guidHash: `${i}`, url: `https://x.fi/post/${id}`, title: `Post ${id}` })),
    { returning: true },
  );
  await InboxItem.bulkCreate(posts.map(({ id }) => ({ postId: id, userId: admin.id })));
}

const LISTS = [
  '/api/users',
  '/api/users?scope=all&name=Row',
  '/api/users?minNotes=0',
  '/api/blogs',
  '/api/blogs?search=T&sort=title',
  '/api/authors',
  '/api/readinglists',
  '/api/readinglists?read=false&sort=year',
  '/api/readinglists?tag=all&starred=false',
  '/api/readinglists/1/neighbours',
  '/api/tags',
  '/api/notes',
  '/api/notes?search=note',
  '/api/notes?quoted=false',
  '/api/notes?mentioned=true',
  '/api/notes/1/replies',
  '/api/mentions?search=row',
  '/api/teams/1/marked',
  '/api/search?q=note OR t1',
  '/api/search?q=year:2001..2003 -is:read',
  '/api/teams',
  '/api/teams/1',
  '/api/teams/1/activity',
  '/api/notifications',
  '/api/admin/audit',
  '/api/teams/1/readings',
  '/api/teams/1/matrix',
  '/api/teams/1/invitations',
  '/api/readinglists?team=1',
  '/api/feeds',
  '/api/inbox',
  '/api/inbox?feed=1',
  '/api/sessions',
  '/api/admin/migrations',
];

test('every list costs the same number of queries for ten rows and for twenty', async () => {
  const measure = async () => {
    const counts: Record<string, number> = {};
    for (const url of LISTS) counts[url] = await countQueries(() => admin.get(url));
    return counts;
  };
  await addTen();
  await measure(); // the first requests open connections, which asks for types
  const ten = await measure();
  await addTen();
  expect(await measure()).toEqual(ten);
});

describe('pages', () => {
  const follow = async (url: string, between: () => Promise<void> = async () => {}) => {
    const seen: unknown[] = [];
    const sizes: number[] = [];
    let next: string | undefined = url;
    while (next) {
      const { body, headers, status } = await admin.get(next);
      expect(status, JSON.stringify(body)).toBe(200);
      sizes.push(body.length);
      seen.push(...body);
      next = /^<(.*)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1];
      await between();
    }
    return { seen, sizes };
  };

  test.each([
    ...['likes', 'newest', 'oldest', 'title', 'year'].flatMap((sort) => [
      `/api/blogs?sort=${sort}`,
      `/api/readinglists?sort=${sort}`,
    ]),
    '/api/users?scope=all',
    '/api/users?minNotes=0',
    '/api/authors',
    '/api/notes',
    '/api/notes/1/replies',
    '/api/mentions',
    '/api/teams/1/marked',
    '/api/teams',
    '/api/teams/1/readings',
    '/api/teams/1/readings?sort=newest',
    '/api/teams/1/matrix',
    '/api/feeds',
    '/api/inbox',
    '/api/teams/1/invitations',
    '/api/readinglists?team=1',
    '/api/readinglists?tag=ALL',
    '/api/tags',
  ])('%s: all of it, in the same order, nothing twice', async (url) => {
    const join = url.includes('?') ? '&' : '?';
    const whole = (await admin.get(`${url}${join}limit=500`)).body;
    const { seen, sizes } = await follow(`${url}${join}limit=7`);
    expect(seen).toEqual(whole);
    expect(whole.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...sizes)).toBe(7);
  });

  test('nothing is skipped or seen twice while rows are added', async () => {
    const before = (await admin.get('/api/blogs?limit=500')).body.map(({ id }: { id: number }) => id);
    const { seen } = await follow('/api/blogs?limit=3', async () => {
      await Blog.create({ title: 'between', url: 'https://x.fi/between', likes: 1, userId: admin.id });
    });
    const ids = (seen as { id: number }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(before.filter((id: number) => !ids.includes(id))).toEqual([]);
  });

  test('a cursor of another list, another order or nobody’s is refused', async () => {
    const { headers } = await admin.get('/api/blogs?limit=1&sort=title');
    const cursor = /cursor=([^&>]*)/.exec(String(headers.link))?.[1];
    for (const url of [
      `/api/blogs?cursor=${cursor}`,
      `/api/notes?cursor=${cursor}`,
      '/api/blogs?cursor=x',
      `/api/blogs?cursor=${Buffer.from('["likes","1","2"]').toString('base64url')}`,
      `/api/blogs?cursor=${Buffer.from('["likes",1e300,2]').toString('base64url')}`,
      `/api/blogs?sort=title&cursor=${Buffer.from('["title","\\u0000",2]').toString('base64url')}`,
    ])
      expect((await admin.get(url)).status, url).toBe(400);
  });
});
