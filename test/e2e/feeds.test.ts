import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer as Site, startServer as startSite } from '../../server/reader/server.testing.ts';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

const server = useServer({ CARREL_FETCH_ALLOW: '127.0.0.1' }, { jobs: true });
let site: Site;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await startSite((request, response) => {
    const isFeed = request.url?.endsWith('.xml');
    response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8');
    const item = (n: number) =>
      `<item><title>Post ${n}</title><link>${site.origin}/post/${n}</link><guid>${n}</guid></item>`;
    response.end(
      isFeed
        ? `<rss version="2.0"><channel><title>The slow press</title>${[3, 2, 1].map(item).join('')}</channel></rss>`
        : `<title>The page of a post</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Words.</p>`,
    );
  });
  const { token } = await signUp(server.url, 'Matti Luukkainen');
  ({ page, complaints } = await server.open(token));
});
afterAll(async () => {
  await site?.close();
});

const row = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });

test('a blog is followed by its page, and its posts wait in the inbox', { timeout: 120_000 }, async () => {
  await page.goto('/inbox');
  await page.getByRole('button', { name: 'Follow a feed' }).click();
  await page.getByLabel('Address').fill(`${site.origin}/blog`);
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await row('The slow press').getByText('3 new').waitFor();
  await row('The slow press').getByRole('link', { name: 'The slow press' }).click();
  await page.getByText('From The slow press').waitFor();
  await row('Post 3').waitFor();
  expect(await page.getByRole('main').getByRole('listitem').filter({ hasText: 'Post' }).count()).toBe(3);
});

test('one key puts a post on the reading list, another dismisses it', { timeout: 120_000 }, async () => {
  await page.goto('/inbox');
  await row('Post 3').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.getByText('Added to your reading list: Post 3').waitFor();
  await row('Post 3').waitFor({ state: 'detached' });
  await page.keyboard.press('x');
  await row('Post 2').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await row('Post 2').waitFor();
  await row('Post 2').hover();
  await page.keyboard.press('x');
  await row('Post 2').waitFor({ state: 'detached' });
  await page
    .getByRole('link', { name: /^Inbox/ })
    .getByText('1')
    .waitFor();
  await page.getByRole('button', { name: 'Dismiss all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss all' }).click();
  await page.getByText('Nothing new.').waitFor();
  await page.goto('/');
  await row('The page of a post').waitFor();
});

test('feeds of another reader come in as OPML; one is followed no more, and again', { timeout: 120_000 }, async () => {
  await page.goto('/feeds');
  const opml = `<opml version="2.0"><body><outline text="X" xmlUrl="${site.origin}/other.xml"/>
    <outline text="Y" xmlUrl="${site.origin}/feed.xml"/></body></opml>`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
  await page.getByText('You follow 1 feed more (1 followed already).').waitFor();
  await expect.poll(() => row('The slow press').count()).toBe(2);
  await row('The slow press').first().hover();
  await row('The slow press').first().getByRole('button', { name: 'Unfollow' }).click();
  await page.getByText('You follow The slow press no more.').waitFor();
  await expect.poll(() => row('The slow press').count()).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => row('The slow press').count()).toBe(2);
  expect(await page.getByRole('link', { name: 'Export' }).getAttribute('href')).toBe('/api/feeds/opml');
  expect(complaints).toEqual([]);
});
