import type { IncomingMessage, ServerResponse } from 'node:http';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { articleOf, type Client, TestServer } from '../../../test/app.ts';
import { countQueries } from '../../../test/queries.ts';
import { rows } from '../../database/sql.ts';
import { type TestServer as Site, startServer } from '../../reader/server.testing.ts';
import { checkDueFeeds } from './feeds.ts';

const server = new TestServer();
let site: Site;
let ann: Client;
let bo: Client;
let asked: IncomingMessage[] = [];
let answer: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};

beforeAll(async () => {
  site = await startServer((request, response) => {
    asked.push(request);
    const listener = answer[request.url ?? ''];
    if (listener) return listener(request, response);
    response.statusCode = 404;
    response.end();
  });
  await server.start({ fetchAllow: ['127.0.0.1'] });
  server.runJobs();
  ann = await server.user('Ann');
  bo = await server.user('Bo');
});
afterAll(async () => {
  await server.stop();
  await site.close();
});

/** An Atom feed with the posts of these numbers, the first of them on top. */
function feed(numbers: number[], title = 'The slow press') {
  const entries = numbers.map(
    (n) => `<entry><id>urn:${n}</id><title>Post ${n}</title><link href="${site.origin}/post/${n}"/>
      <author><name>Åsa</name></author><summary>About ${n}</summary>
      <published>2026-11-${String((n % 28) + 1).padStart(2, '0')}T00:00:00Z</published></entry>`,
  );
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('content-type', 'application/atom+xml');
    response.setHeader('etag', `"${numbers.join()}"`);
    response.end(`<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><link href="${site.origin}/"/>
      ${entries.join('')}</feed>`);
  };
}

/** Follows an address and waits until it was looked at. */
async function follow(who: Client, path: string, state = 'ready') {
  const { body, status } = await who.post('/api/feeds', { url: `${site.origin}${path}` });
  expect(status).toBe(201);
  return vi.waitFor(async () => {
    const followed = (await who.get('/api/feeds')).body.find(({ id }: { id: number }) => id === body.id);
    expect(followed).toMatchObject({ state });
    return followed;
  }, 20_000);
}

const titles = async (who: Client, query = '') =>
  (await who.get(`/api/inbox${query}`)).body.map(({ title }: { title: string }) => title);

/** Lets the time of every feed come, and waits until each was looked at. */
async function passTime() {
  await rows(sql`UPDATE feeds SET next_check_at = now() - interval '1 second', checked_at = NULL`);
  await checkDueFeeds();
  await vi.waitFor(async () => {
    const [left] = await rows<{ n: number }>(sql`SELECT count(*)::int AS n FROM feeds WHERE checked_at IS NULL`);
    expect(left?.n).toBe(0);
  }, 20_000);
}

describe('a feed that is followed', () => {
  test('brings its newest posts, then what is new, to everybody who follows it', async () => {
    answer = { '/feed': feed([7, 6, 5, 4, 3, 2, 1]) };
    const followed = await follow(ann, '/feed');
    expect(followed).toEqual({
      id: expect.any(Number),
      url: `${site.origin}/feed`,
      title: 'The slow press',
      siteUrl: `${site.origin}/`,
      state: 'ready',
      reason: null,
      waiting: 5,
      checkedAt: expect.any(String),
      nextCheckAt: expect.any(String),
      createdAt: expect.any(String),
    });
    expect(await titles(ann)).toEqual(['Post 7', 'Post 6', 'Post 5', 'Post 4', 'Post 3']);
    const again = await ann.post('/api/feeds', { url: `${site.origin}/feed` });
    expect(again).toMatchObject({ status: 200, body: { id: followed.id } });

    expect((await bo.post('/api/feeds', { url: `${site.origin}/feed` })).body).toMatchObject({ state: 'ready' });
    expect((await titles(bo)).sort()).toEqual(['Post 3', 'Post 4', 'Post 5', 'Post 6', 'Post 7']);

    answer = { '/feed': feed([9, 8, 7, 6]) };
    await passTime();
    for (const who of [ann, bo]) expect((await titles(who)).slice(0, 2)).toEqual(['Post 9', 'Post 8']);
    expect((await ann.get('/api/inbox?limit=1')).headers['x-counts']).toBe('inbox=7');
    expect((await ann.get('/api/inbox?limit=1')).body).toEqual([
      {
        id: expect.any(Number),
        title: 'Post 9',
        url: `${site.origin}/post/9`,
        author: 'Åsa',
        summary: 'About 9',
        publishedAt: '2026-11-10T00:00:00.000Z',
        feed: { id: followed.id, title: 'The slow press' },
        createdAt: expect.any(String),
      },
    ]);
  });

  test('is asked only whether it has changed', async () => {
    asked = [];
    answer = {
      '/feed': (request, response) => {
        response.statusCode = request.headers['if-none-match'] ? 304 : 200;
        response.end();
      },
    };
    await passTime();
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual(['"9,8,7,6"']);
    expect((await ann.get('/api/feeds')).body[0]).toMatchObject({ state: 'ready', reason: null });
  });

  test('that cannot be had says why, and is asked more and more seldom', async () => {
    answer = {};
    const hours = async () => {
      const [wait] = await rows<{ hours: number }>(
        sql`SELECT round(extract(epoch FROM next_check_at - now()) / 3600)::int AS hours FROM feeds`,
      );
      return wait?.hours;
    };
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 6; i++) {
      await passTime();
      waits.push(await hours());
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24]);
    expect((await ann.get('/api/feeds')).body[0]).toMatchObject({
      state: 'ready',
      reason: '127.0.0.1 has no page at this address (status 404).',
    });
    answer = { '/feed': feed([10, 9]) };
    await passTime();
    expect(await hours()).toBe(1);
    expect((await titles(ann))[0]).toBe('Post 10');
    expect((await ann.get('/api/admin/jobs?state=failed')).body).toEqual([]);
  });

  test('is looked at now when asked, but not over and over', async () => {
    const [{ id }] = (await ann.get('/api/feeds')).body;
    expect((await ann.post(`/api/feeds/${id}/check`)).status).toBe(409);
    await rows(sql`UPDATE feeds SET checked_at = now() - interval '2 minutes'`);
    answer = { '/feed': feed([11]) };
    expect((await ann.post(`/api/feeds/${id}/check`)).status).toBe(202);
    await vi.waitFor(async () => expect((await titles(ann))[0]).toBe('Post 11'), 20_000);
  });
});

describe('a page', () => {
  test('that names a feed leads to it, also where somebody follows that already', async () => {
    const page = (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader('content-type', 'text/html');
      response.end('<link rel="alternate" type="application/atom+xml" href="/atom.xml"><p>Words</p>');
    };
    answer = { '/blog': page, '/about': page, '/atom.xml': feed([20, 19], 'By a page') };
    expect(await follow(ann, '/blog')).toMatchObject({ url: `${site.origin}/atom.xml`, title: 'By a page' });
    expect(await follow(bo, '/about')).toMatchObject({ url: `${site.origin}/atom.xml`, waiting: 2 });
    const [count] = await rows(sql`SELECT count(*)::int AS n FROM feeds WHERE url LIKE '%atom.xml'`);
    expect(count).toEqual({ n: 1 });
  });

  test('that names none is a failure in words', async () => {
    answer = { '/plain': (_request, response) => response.end('<!doctype html><p>Words</p>') };
    const failed = await follow(ann, '/plain', 'failed');
    expect(failed.reason).toBe('127.0.0.1 names no feed on this page.');
    expect((await ann.delete(`/api/feeds/${failed.id}`)).status).toBe(204);
    for (const url of ['', 'x', 'ftp://x.fi', null, 1])
      expect((await ann.post('/api/feeds', { url })).status, String(url)).toBe(400);
  });
});

describe('the inbox', () => {
  test('a post goes on the reading list and is fetched', async () => {
    answer = {
      '/post/20': (_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<title>The whole post</title><p>Words.</p>');
      },
    };
    const item = (await ann.get('/api/inbox')).body.find(({ title }: { title: string }) => title === 'Post 20');
    const listed = await ann.post(`/api/inbox/${item.id}/list`);
    expect(listed).toMatchObject({ status: 201, body: { blog: { url: item.url, article: { state: 'waiting' } } } });
    expect(await articleOf(ann, listed.body.blogId)).toMatchObject({ title: 'The whole post' });
    expect(await titles(ann)).not.toContain('Post 20');
    expect((await ann.post(`/api/inbox/${item.id}/list`)).status).toBe(404);
  });

  test('is one’s own', async () => {
    const [item] = (await bo.get('/api/inbox')).body;
    expect((await ann.post(`/api/inbox/${item.id}/list`)).status).toBe(404);
    expect((await ann.delete(`/api/inbox/${item.id}`)).status).toBe(404);
    expect((await ann.get(`/api/inbox?feed=${item.feed.id}`)).body).toEqual([]);
    const [followed] = (await bo.get('/api/feeds')).body;
    expect((await ann.delete(`/api/feeds/${followed.id}`)).status).toBe(404);
    expect((await ann.post(`/api/feeds/${followed.id}/check`)).status).toBe(404);
    expect((await bo.delete(`/api/inbox/${item.id}`)).status).toBe(204);
    expect((await bo.delete(`/api/inbox/${item.id}`)).status).toBe(404);
    expect((await bo.post(`/api/inbox/${item.id}/list`)).status).toBe(404);
    expect((await ann.put(`/api/inbox/${item.id}`)).status).toBe(404);
  });

  test('takes a dismissed post back into its place for an hour', async () => {
    const before = await bo.get('/api/inbox');
    const [first, item, next] = before.body;
    await bo.delete(`/api/inbox/${item.id}`);
    expect((await bo.get('/api/inbox?limit=2')).body.map(({ id }: { id: number }) => id)).toEqual([first.id, next.id]);
    expect((await bo.put(`/api/inbox/${item.id}`)).status).toBe(204);
    expect((await bo.put(`/api/inbox/${item.id}`)).status, 'it is there already').toBe(204);
    const after = await bo.get('/api/inbox');
    expect(after.body).toEqual(before.body);
    expect(after.headers['x-counts']).toBe(before.headers['x-counts']);

    await bo.delete(`/api/inbox/${item.id}`);
    await rows(sql`UPDATE inbox_items SET dismissed_at = now() - interval '61 minutes' WHERE id = ${item.id}`);
    await bo.delete(`/api/inbox/${next.id}`);
    expect((await bo.put(`/api/inbox/${item.id}`)).status, 'forgotten with the next one').toBe(404);
    expect((await bo.put(`/api/inbox/${next.id}`)).status).toBe(204);
  });

  test('is emptied by feed or whole, and goes with what is followed no more', async () => {
    const [newest, oldest] = (await ann.get('/api/feeds')).body;
    const before = (await titles(ann)).length;
    expect((await ann.delete(`/api/inbox?feed=${newest.id}`)).status).toBe(204);
    expect(await titles(ann, `?feed=${newest.id}`)).toEqual([]);
    expect((await titles(ann)).length).toBe(before - 1);
    await ann.delete(`/api/feeds/${oldest.id}`);
    expect(await titles(ann)).toEqual([]);
    expect((await bo.get('/api/inbox')).body.length).toBeGreaterThan(5);
    await bo.delete('/api/inbox');
    expect(await titles(bo)).toEqual([]);
    for (const { id } of (await bo.get('/api/feeds')).body) await bo.delete(`/api/feeds/${id}`);
    expect(await rows(sql`SELECT url FROM feeds`), 'a feed goes with its last follower').toEqual([
      { url: `${site.origin}/atom.xml` },
    ]);
  });
});

describe('OPML', () => {
  test('of another reader is followed, folders and all, and comes out again', async () => {
    answer = Object.fromEntries([1, 2, 3].map((n) => [`/${n}.xml`, feed([n], `Feed ${n} & more`)]));
    const opml = `<?xml version="1.0"?><opml version="1.0"><head/><body>
      <outline text="Feed one" xmlUrl="${site.origin}/1.xml"/>
      <outline text="Folder"><outline text="Two" xmlUrl="${site.origin}/2.xml"/><outline text="In"><outline
        text="Three" xmlUrl="${site.origin}/3.xml"/></outline></outline>
      <outline text="Bad" xmlUrl="ftp://x/"/></body></opml>`;
    const reader = await server.user();
    expect((await reader.post('/api/feeds/opml', { opml })).body).toEqual({ added: 3, known: 0, skipped: 1 });
    expect((await reader.post('/api/feeds/opml', { opml })).body).toEqual({ added: 0, known: 3, skipped: 1 });
    await vi.waitFor(async () => expect(await titles(reader)).toHaveLength(3), 20_000);
    const file = await reader.get('/api/feeds/opml');
    expect(file.headers['content-type']).toContain('text/x-opml');
    expect(file.body).toContain(`<outline text="Feed 1 &amp; more" type="rss" xmlUrl="${site.origin}/1.xml"`);
    const other = await server.user();
    expect((await other.get('/api/feeds/opml')).status).toBe(409);
    expect((await other.get('/api/inbox?feed=99999999999')).status).toBe(404);
    expect((await other.post('/api/feeds/opml', { opml: file.body })).body).toEqual({ added: 3, known: 0, skipped: 0 });
    for (const bad of ['<html></html>', 'x', '<opml'])
      expect((await other.post('/api/feeds/opml', { opml: bad })).status, bad).toBe(400);
  });

  test('lists cost the same number of queries for ten and for twenty', async () => {
    await server.stopJobs();
    const reader = await server.user();
    const [followed] = (await ann.get('/api/feeds')).body;
    const add = async (from: number) => {
      for (let i = from; i < from + 10; i++) await reader.post('/api/feeds', { url: `https://x.fi/${i}` });
      await rows(sql`
        WITH made AS (
          INSERT INTO posts (feed_id, guid_hash, url, title, created_at, updated_at)
          SELECT f.id, 'hash' || f.id, 'https://x.fi', 'T', now(), now() FROM feeds f
            JOIN subscriptions s ON s.feed_id = f.id AND s.user_id = ${reader.id} AND f.url LIKE 'https://x.fi%'
          ON CONFLICT DO NOTHING RETURNING id)
        INSERT INTO inbox_items (user_id, post_id, created_at, updated_at) SELECT ${reader.id}, id, now(), now() FROM made`);
    };
    expect(followed.id).toBeGreaterThan(0);
    const count = async () => [
      await countQueries(() => reader.get('/api/feeds')),
      await countQueries(() => reader.get('/api/inbox')),
    ];
    await add(0);
    await count();
    const ten = await count();
    await add(10);
    expect(await count()).toEqual(ten);
    for (const url of ['/api/feeds', '/api/inbox']) {
      const whole = (await reader.get(url)).body;
      expect(whole).toHaveLength(20);
      const first = await reader.get(`${url}?limit=15`);
      const rest = await reader.get(/^<(.*)>/.exec(String(first.headers.link))?.[1] ?? '');
      expect([...first.body, ...rest.body]).toEqual(whole);
    }
  });
});
