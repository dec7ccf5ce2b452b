import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import type { Article as ReadArticle } from '../../reader/article.ts';
import { Article } from './article.model.ts';
import { storeArticle } from './articles.ts';
import { titleFromUrl } from './titleFromUrl.ts';

const server = useServer();
let user: Client;

beforeAll(async () => {
  user = await server.user();
});

const READ: ReadArticle = {
  title: 'Told by the page',
  author: 'Its author',
  publishedAt: '2019-03-05T00:00:00.000Z',
  year: 2019,
  siteName: 'The site',
  excerpt: 'What it is about',
  language: 'en',
  direction: 'ltr',
  leadImage: 'https://blog.example/lead.png',
  canonicalUrl: null,
  wordCount: 700,
  readingMinutes: 3,
  html: '<p>Text\u0000</p>',
  text: 'Text\u0000',
  withheld: null,
};

test('what a page says fills what nobody has set, and leaves what somebody has', async () => {
  const url = 'https://blog.example/told-by-nobody';
  const empty = await makeBlog(user, { url, title: titleFromUrl(url), author: null });
  const full = await makeBlog(user, { title: 'Mine', author: 'Me', year: 2001 });
  for (const { id } of [empty, full]) await storeArticle(id, READ);
  expect((await user.get(`/api/blogs/${empty.id}`)).body).toMatchObject({
    title: 'Told by the page',
    author: 'Its author',
    year: 2019,
  });
  expect((await user.get(`/api/blogs/${full.id}`)).body).toMatchObject({ title: 'Mine', author: 'Me', year: 2001 });
  expect(await Article.findByPk(full.id, { raw: true })).toMatchObject({
    state: 'ready',
    reason: null,
    siteName: 'The site',
    publishedAt: new Date('2019-03-05'),
    html: '<p>Text</p>',
    text: 'Text',
  });
});

test('a year that cannot be is not taken over, and a blog that is gone is left alone', async () => {
  const blog = await makeBlog(user, { year: null });
  await storeArticle(blog.id, { ...READ, year: 2999 });
  expect((await user.get(`/api/blogs/${blog.id}`)).body.year).toBeNull();
  await user.delete(`/api/blogs/${blog.id}`);
  expect(await Article.count({ where: { blogId: blog.id } })).toBe(0);
  await storeArticle(blog.id, READ);
  expect(await Article.count({ where: { blogId: blog.id } })).toBe(0);
});
