import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import type { Article as ReadArticle } from '../../reader/article.ts';
import { startServer, type TestServer } from '../../reader/server.testing.ts';
import { Article } from './article.model.ts';
import { storeArticle } from './articles.ts';

const server = useServer({ images: 'proxy', fetchAllow: ['127.0.0.1'] });
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
let reader: Client;
let site: TestServer;
const asked: string[] = [];

beforeAll(async () => {
  reader = await server.user('Reader');
  site = await startServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/gone.png') return response.writeHead(404).end();
    const isSvg = request.url === '/a.svg';
    return response.writeHead(200, { 'content-type': isSvg ? 'image/svg+xml' : 'image/png' }).end(isSvg ? SVG : PNG);
  });
});
afterAll(() => site.close());

const read = (fields: Partial<ReadArticle> = {}): ReadArticle => ({
  title: 'A text',
  author: null,
  publishedAt: '2024-05-01T00:00:00.000Z',
  year: 2024,
  siteName: 'A site',
  excerpt: null,
  language: 'fi',
  direction: 'ltr',
  leadImage: null,
  canonicalUrl: null,
  wordCount: 2,
  readingMinutes: 1,
  html: '<p>Two words</p>',
  text: 'Two words',
  withheld: null,
  ...fields,
});

test('a text is answered with its language, direction and facts, to who is logged in', async () => {
  const { id } = await makeBlog(reader);
  await storeArticle(id, read());
  const url = `/api/blogs/${id}/article`;
  expect((await reader.get(url)).body).toEqual({
    blogId: id,
    html: '<p>Two words</p>',
    language: 'fi',
    direction: 'ltr',
    siteName: 'A site',
    publishedAt: '2024-05-01T00:00:00.000Z',
    fetchedAt: expect.any(String),
    wordCount: 2,
    readingMinutes: 1,
    images: 'proxy',
  });
  expect((await server.nobody.get(url)).status).toBe(401);
});

test('where there is no text, 404 says why', async () => {
  const { id } = await makeBlog(reader);
  const why = async () => {
    const { status, body } = await reader.get(`/api/blogs/${id}/article`);
    expect(status).toBe(404);
    return body.error;
  };
  expect((await reader.get('/api/blogs/99999/article')).body.error).toBe('blog not found');
  expect(await why()).toMatch(/was not fetched/);
  await Article.create({ blogId: id, state: 'waiting' });
  expect(await why()).toMatch(/is being fetched/);
  await Article.update(
    { state: 'failed', reason: 'a.example has no page at this address (status 404).' },
    { where: {} },
  );
  expect(await why()).toMatch(/no page at this address/);
  for (const [withheld, sentence] of [
    ['noarchive', /not to keep copies/],
    ['pdf', /a PDF/],
    ['no-text', /no text was found/],
  ] as const) {
    await storeArticle(id, read({ withheld, html: null, text: null, wordCount: 0, readingMinutes: 0 }));
    expect(await why()).toMatch(sentence);
  }
});

test('a picture of a text comes through the server, where nothing in it can run', async () => {
  const { id } = await makeBlog(reader);
  const picture = (name: string) => `${site.origin}/${name}`;
  const images = ['a.png?w=1&h=2', 'a.svg', 'gone.png'].map((name) => picture(name).replaceAll('&', '&amp;'));
  await storeArticle(id, read({ html: images.map((src) => `<img alt="" src="${src}">`).join('') }));
  const get = (src: string, who = reader) => who.get(`/api/blogs/${id}/image?src=${encodeURIComponent(src)}`);

  const png = await get(picture('a.png?w=1&h=2'));
  expect(png).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
  expect(asked).toEqual(['/a.png?w=1&h=2']);
  expect(png.headers['cache-control']).toBe('private, max-age=604800');
  const svg = await get(picture('a.svg'));
  expect(svg.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect(await get(picture('gone.png'))).toMatchObject({ status: 502, body: { error: expect.stringMatching(/404/) } });

  asked.length = 0;
  for (const other of [picture('a.png'), 'http://127.0.0.1/admin', 'javascript:alert(1)', '"', '<', '%'])
    expect((await get(other)).status, other).toBe(404);
  expect((await get(picture('a.svg'), server.nobody)).status).toBe(401);
  expect((await reader.get(`/api/blogs/${id}/image`)).status).toBe(400);
  expect((await reader.get(`/api/blogs/99999/image?src=${encodeURIComponent(picture('a.svg'))}`)).status).toBe(404);
  expect(asked).toEqual([]);
});

test('more pictures at once than are fetched at once all come', async () => {
  const { id } = await makeBlog(reader);
  const sources = Array.from({ length: 20 }, (_, n) => `${site.origin}/${n}.png`);
  await storeArticle(id, read({ html: sources.map((src) => `<img src="${src}">`).join('') }));
  const answers = await Promise.all(
    sources.map((src) => reader.get(`/api/blogs/${id}/image?src=${encodeURIComponent(src)}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual(sources.map(() => 200));
});

test('where pictures come through the server, a page can load none from elsewhere', async () => {
  const { headers } = await server.nobody.get('/health/live');
  expect(headers['content-security-policy']).toContain("img-src 'self' data:;");
});
