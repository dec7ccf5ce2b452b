import type { IncomingMessage, ServerResponse } from 'node:http';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleOf, type Client, makeBlog, TestServer } from '../../../test/app.ts';
import { rows } from '../../database/sql.ts';
import { wake } from '../../jobs/wake.ts';
import { type TestServer as Site, startServer } from '../../reader/server.testing.ts';

const server = new TestServer();
let site: Site;
let user: Client;
let other: Client;
const asked: IncomingMessage[] = [];
let answer: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {};

const PARAGRAPH = `<p>${'Reading lists are read from the top, and that is the trouble with them. '.repeat(12)}</p>`;

function page(head: string, body = PARAGRAPH.repeat(3)) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`);
  };
}

beforeAll(async () => {
  site = await startServer((request, response) => {
    asked.push(request);
    const listener = answer[new URL(request.url ?? '', 'http://x').pathname];
    if (listener) return listener(request, response);
    response.statusCode = 404;
    response.end();
  });
  await server.start({ fetchAllow: [`127.0.0.1:${site.port}`] });
  server.runJobs();
  user = await server.user('Ann');
  other = await server.user('Bo');
});
afterAll(async () => {
  await server.stop();
  await site.close();
});

const FACTS = `<title>On let vs const · The site</title><meta name="author" content="Dan Abramov">
  <meta property="article:published_time" content="2019-12-22T10:00:00Z"><meta property="og:site_name" content="The site">
  <meta property="og:description" content="Which one to take"><meta property="og:image" content="/lead.png">
  <link rel="canonical" href="https://elsewhere.example/stolen">`;

describe('a page saved by its address', () => {
  test('is there at once, with a title to go by, and tells the rest when it was fetched', async () => {
    answer = { '/on-let-vs-const': page(FACTS) };
    const url = `${site.origin}/on-let-vs-const`;
    const saved = await user.post('/api/blogs', { url });
    expect(saved).toMatchObject({
      status: 201,
      body: {
        title: 'On let vs const · 127.0.0.1',
        url,
        author: null,
        user: { name: 'Ann' },
        article: { state: 'waiting', reason: null, wordCount: 0, readingMinutes: 0, publishedAt: null },
      },
    });
    expect(await articleOf(user, saved.body.id)).toMatchObject({
      title: 'On let vs const',
      author: 'Dan Abramov',
      year: 2019,
      article: {
        state: 'ready',
        reason: null,
        siteName: 'The site',
        excerpt: 'Which one to take',
        language: 'en',
        leadImage: `${site.origin}/lead.png`,
        wordCount: expect.any(Number),
        readingMinutes: 3,
        publishedAt: '2019-12-22T10:00:00.000Z',
      },
    });
    expect(asked.at(-1)?.headers['user-agent']).toMatch(/^Carrel\/\d+\.\d+\.\d+ /);
    const [stored] = await rows<{ html: string; text: string; canonical_url: string | null }>(
      sql`SELECT html, text, canonical_url FROM articles WHERE blog_id = ${saved.body.id}`,
    );
    expect(stored?.html).toContain('<p>Reading lists are read from the top');
    expect(stored?.text).toContain('Reading lists are read from the top');
    expect(stored?.canonical_url, 'another site’s address is not believed').toBeNull();
  });

  test('keeps what somebody has set', async () => {
    answer = { '/mine': page(FACTS) };
    const { body } = await user.post('/api/blogs', { url: `${site.origin}/mine`, author: 'Me', year: 2001 });
    expect(await articleOf(user, body.id)).toMatchObject({ title: 'On let vs const', author: 'Me', year: 2001 });
    const titled = await user.post('/api/blogs', { url: `${site.origin}/mine`, title: 'My title', fetch: true });
    expect(titled).toMatchObject({ status: 201, body: { article: { state: 'waiting' } } });
    expect(await articleOf(user, titled.body.id)).toMatchObject({ title: 'My title', author: 'Dan Abramov' });
  });

  test('is not fetched when a title was given and nobody asked for it', async () => {
    expect((await makeBlog(user)).article).toBeNull();
  });

  test('tells of the blog that is there already for the page that its address leads to', async () => {
    const goTo = (address: string) => (_request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(302, { location: address }).end();
    };
    answer = {
      '/the-post': page(FACTS),
      '/short': goTo('/the-post?utm_source=short'),
      '/for-phones': page(`<title>The post</title><link rel="canonical" href="${site.origin}/the-post">`),
      '/elsewhere': page(FACTS),
    };
    const save = async (path: string) => {
      const { body } = await user.post('/api/blogs', { url: `${site.origin}${path}` });
      await articleOf(user, body.id);
      return (await user.get(`/api/blogs/${body.id}`)).body;
    };
    const short = await save('/short');
    expect(short.sameAs, 'nobody has saved where it leads').toBeNull();
    const post = await save('/the-post');
    expect(post.sameAs).toBeNull();
    const same = { id: post.id, title: 'On let vs const' };
    expect((await user.get(`/api/blogs/${short.id}`)).body).toMatchObject({
      url: `${site.origin}/short`,
      sameAs: same,
    });
    expect((await save('/for-phones')).sameAs).toEqual(same);
    expect((await save('/elsewhere')).sameAs, 'what it calls itself is another site’s').toBeNull();
    expect((await user.delete(`/api/blogs/${post.id}`)).status).toBe(204);
    expect((await user.get(`/api/blogs/${short.id}`)).body.sameAs).toBeNull();
  });

  test('is the blog that is there already for the same address', async () => {
    answer = { '/same/': page(FACTS) };
    const first = await user.post('/api/blogs', { url: `${site.origin}/same/?utm_source=feed&b=2&a=1` });
    const second = await other.post('/api/blogs', { url: `${site.origin.toUpperCase()}/same?a=1&b=2#comments` });
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, user: { name: 'Ann' } } });
    await articleOf(user, first.body.id);
    const before = asked.length;
    expect((await other.post('/api/blogs', { url: `${site.origin}/same?a=1&b=2` })).body.article.state).toBe('ready');
    expect(asked.length).toBe(before);
  });

  test('is one blog, whoever saves it at the same time', async () => {
    answer = { '/at-once': page(FACTS) };
    const url = `${site.origin}/at-once`;
    const saves = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        (i % 2 ? user : other).post(i % 3 ? '/api/blogs' : '/api/readinglists', { url }),
      ),
    );
    const ids = new Set(saves.map(({ body }) => body.blogId ?? body.id));
    expect(ids.size).toBe(1);
    expect(saves.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    await articleOf(user, [...ids][0]);
    expect(asked.filter((request) => request.url === '/at-once')).toHaveLength(1);
  });

  test('needs an address of the web', async () => {
    for (const url of ['', ' ', 'x', 'ftp://x.fi/', 'javascript:alert(1)', null, 1])
      expect((await user.post('/api/blogs', { url })).status, String(url)).toBe(400);
  });

  test('whose address is changed is fetched anew', async () => {
    answer = {
      '/old': page('<title>Old</title>'),
      '/new': page('<title>New</title><meta name="author" content="Newman">'),
    };
    const { body } = await user.post('/api/blogs', { url: `${site.origin}/old` });
    await articleOf(user, body.id);
    const moved = await user.put(`/api/blogs/${body.id}`, { url: `${site.origin}/new` });
    expect(moved.body).toMatchObject({ title: 'Old', article: { state: 'waiting', wordCount: 0 } });
    expect(await articleOf(user, body.id)).toMatchObject({ title: 'Old', author: 'Newman' });
  });
});

describe('on a reading list', () => {
  test('a page is saved and listed in one call, and a second one changes nothing', async () => {
    answer = { '/listed': page(FACTS) };
    const url = `${site.origin}/listed`;
    const saved = await user.post('/api/readinglists', { url });
    expect(saved).toMatchObject({
      status: 201,
      body: { userId: user.id, read: false, blog: { url, article: { state: 'waiting' } } },
    });
    const again = await user.post('/api/readinglists', { url: `${url}#top` });
    expect(again).toMatchObject({ status: 200, body: { id: saved.body.id, blogId: saved.body.blogId } });
    await articleOf(user, saved.body.blogId);
    const [entry] = (await user.get('/api/readinglists?limit=1')).body;
    expect(entry.blog).toMatchObject({ title: 'On let vs const', article: { state: 'ready', readingMinutes: 3 } });
    expect((await other.post('/api/readinglists', { url })).body.blogId).toBe(saved.body.blogId);
    expect((await other.post('/api/readinglists', { url, userId: user.id })).status).toBe(403);
    expect((await user.post('/api/readinglists', { url, userId: 9999 })).status).toBe(404);
    expect((await user.post('/api/readinglists', { userId: user.id })).body).toEqual({
      error: ['blogId or url is required'],
    });
  });
});

describe('a page that cannot be had', () => {
  test('stays as a link, with the reason, and can be tried again', async () => {
    answer = {};
    const { body } = await user.post('/api/blogs', { url: `${site.origin}/gone` });
    expect(await articleOf(user, body.id, 'failed')).toMatchObject({
      title: 'Gone · 127.0.0.1',
      article: { reason: '127.0.0.1 has no page at this address (status 404).' },
    });
    answer = { '/gone': page(FACTS) };
    const again = await other.post(`/api/blogs/${body.id}/fetch`);
    expect(again).toMatchObject({ status: 202, body: { article: { state: 'waiting', reason: null } } });
    expect(await articleOf(user, body.id)).toMatchObject({ title: 'On let vs const', article: { reason: null } });
    expect((await user.post('/api/blogs/99999/fetch')).status).toBe(404);
  });

  test('is tried again by itself when that may help, and gives its text then', async () => {
    let attempts = 0;
    answer = {
      '/busy': (request, response) => {
        if (++attempts === 2) return page(FACTS)(request, response);
        response.statusCode = 503;
        response.end();
      },
    };
    const { body } = await user.post('/api/blogs', { url: `${site.origin}/busy` });
    await expect
      .poll(async () => (await user.get(`/api/blogs/${body.id}`)).body.article, { timeout: 20_000 })
      .toMatchObject({ state: 'waiting', reason: expect.stringContaining('has a fault of its own (status 503)') });
    const [job] = await rows<{ wait: number }>(sql`
      SELECT extract(epoch FROM start_after - now())::int AS wait FROM pgboss.job WHERE state = 'retry'`);
    expect(job?.wait).toBeGreaterThan(20);
    expect(job?.wait).toBeLessThan(70);
    await rows(sql`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
    wake();
    expect(await articleOf(user, body.id)).toMatchObject({ title: 'On let vs const' });
    expect(attempts).toBe(2);
  });

  test('on this machine is not asked for, unless it is allowed', async () => {
    const inside = await startServer((_request, response) => response.end('secret'));
    const { body } = await user.post('/api/blogs', { url: `${inside.origin}/secret` });
    const failed = await articleOf(user, body.id, 'failed');
    expect(failed.article.reason).toMatch(/127\.0\.0\.1 is not an address on the public internet.*CARREL_FETCH_ALLOW/);
    await inside.close();
  });

  test('because its site wants no copies kept is a link', async () => {
    answer = { '/kept-not': page(`${FACTS}<meta name="robots" content="noarchive">`) };
    const { body } = await user.post('/api/blogs', { url: `${site.origin}/kept-not` });
    expect((await articleOf(user, body.id)).article).toMatchObject({
      reason: 'The site asks not to keep copies of this page, so only the link is kept.',
      wordCount: expect.any(Number),
    });
    const [stored] = await rows(sql`SELECT html, text FROM articles WHERE blog_id = ${body.id}`);
    expect(stored).toEqual({ html: null, text: null });
  });

  test('is asked for again at most 30 times a minute by one user', async () => {
    const eager = await server.user();
    const blog = await makeBlog(eager, { url: 'http://localhost:1/' });
    const statuses: number[] = [];
    for (let i = 0; i < 31; i++) statuses.push((await eager.post(`/api/blogs/${blog.id}/fetch`)).status);
    expect(statuses.slice(0, 30).every((status) => status === 202)).toBe(true);
    expect(statuses[30]).toBe(429);
    expect((await other.post(`/api/blogs/${blog.id}/fetch`)).status).toBe(202);
    await articleOf(eager, blog.id, 'failed');
  });
});
