import type { ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer as Site, startServer as startSite } from '../../server/reader/server.testing.ts';
import { expectAccessible } from './browser.ts';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

const server = useServer({ CARREL_FETCH_ALLOW: '127.0.0.1' }, { jobs: true });
let site: Site;
let page: Page;
let complaints: string[];
/** Answers that the site has not given yet, by path: a page on its way. */
const waiting = new Map<string, ServerResponse>();
let isGone = true;

const TEXT = `<p>${'A reading list is read from the top, and that is the trouble with it. '.repeat(60)}</p>`;
const HTML = `<title>How lists are read</title><meta name="author" content="Åsa Öberg">
  <meta property="article:published_time" content="2021-03-04"><meta property="og:site_name" content="The slow press">
  <meta property="og:description" content="On the order in which people read what they keep.">
  <article>${TEXT}</article>`;

beforeAll(async () => {
  site = await startSite((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const path = request.url ?? '';
    if (path === '/slow') return void waiting.set(path, response);
    response.statusCode = isGone ? 404 : 200;
    response.end(isGone ? '' : HTML);
  });
  const { token } = await signUp(server.url, 'Matti Luukkainen');
  ({ page, complaints } = await server.open(token));
});
afterAll(async () => {
  await site?.close();
});

const row = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });

async function save(url: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('main').getByRole('button', { name: 'Add a blog' }).first().click();
  await page.getByLabel('Address').fill(url);
  await page.getByRole('button', { name: 'Add blog' }).click();
}

test('an address is enough: the row is there at once, and fills in when the page is', {
  timeout: 120_000,
}, async () => {
  await save(`${site.origin}/slow`);
  await page.getByText('Saved the page, also to your reading list.').waitFor();
  await row('Slow · 127.0.0.1').getByRole('img', { name: 'The page is being fetched' }).waitFor();
  await expectAccessible(page, 'a row that waits');
  await expect.poll(() => waiting.has('/slow')).toBe(true);
  waiting.get('/slow')?.end(HTML);
  await row('How lists are read')
    .getByText(/Åsa Öberg · The slow press · 2021 · \d min/)
    .waitFor();
  expect(await row('Slow · 127').count()).toBe(0);
});

test('a page that cannot be had says why, and is tried again', { timeout: 120_000 }, async () => {
  await save(`${site.origin}/posts/gone-for-now`);
  await row('Gone for now').getByText('page not fetched').waitFor();
  await row('Gone for now').getByRole('link', { name: 'Gone for now' }).click();
  await page.getByText('The page could not be fetched: 127.0.0.1 has no page at this address (status 404).').waitFor();
  await expectAccessible(page, 'a page that failed');
  isGone = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'How lists are read' }).waitFor();
  await page.getByText('On the order in which people read what they keep.').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});

test('an admin sees the jobs, and runs again what failed', { timeout: 120_000 }, async () => {
  isGone = true;
  await save(`${site.origin}/gone-too`);
  await row('Gone too').getByText('page not fetched').waitFor();
  await page.goto('/admin/jobs?state=failed');
  await row('/gone-too').getByText('has no page at this address').waitFor();
  await expectAccessible(page, 'failed jobs');
  isGone = false;
  await row('/gone-too').hover();
  await row('/gone-too').getByRole('button', { name: 'Run again' }).click();
  await page.getByText('No job has failed.').waitFor();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await row('/gone-too').waitFor();
  // The browser itself writes down each refusal that the API gave; none here.
  expect(complaints).toEqual([]);
});
