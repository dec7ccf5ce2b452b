import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectComplaints, launchBrowser, openContext, useSession as signInAs } from './browser.ts';
import { seedLongList } from './long-list.ts';
import { type RunningServer, signUp, startServer } from './server.ts';

const ROWS = 10_000;
const MOST_IN_DOCUMENT = 300;

let server: RunningServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const { token } = await signUp(server.url, 'Matti Luukkainen');
  await seedLongList(1, ROWS);
  const context = await openContext(browser, server.url);
  await signInAs(context, server.url, token);
  page = await context.newPage();
  complaints = collectComplaints(page);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const rows = () => page.getByRole('list', { name: 'Reading list' }).getByRole('listitem');
const shown = (number: number) => page.getByRole('link', { name: `Reading number ${number} about` });

test('what the page asks first is asked once, while its scripts are on their way', { timeout: 60_000 }, async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(server.url, '')));
  await page.goto('/');
  await shown(ROWS).waitFor();
  for (const first of ['/api/status', '/api/readinglists?read=false&noteCounts=1'])
    expect(
      asked.filter((url) => url === first),
      'public/first.js asks for what the reading list needs, and in the same words',
    ).toEqual([first]);
  page.removeAllListeners('request');
});

test('of 10,000 rows only those near the window are in the document, to the last one', {
  timeout: 180_000,
}, async () => {
  await page.goto('/');
  await shown(ROWS).waitFor();
  let most = 0;
  const atEnd = async () => {
    await page.keyboard.press('End');
    most = Math.max(most, await rows().count());
    return shown(1).count();
  };
  await expect.poll(atEnd, { timeout: 150_000, interval: 20 }).toBe(1);
  expect(await rows().last().getAttribute('aria-posinset')).toBe(String(ROWS));
  await page.keyboard.press('Home');
  await shown(ROWS).waitFor();
  most = Math.max(most, await rows().count());
  console.log(`Of ${ROWS} rows at most ${most} were in the document.`);
  expect(most).toBeLessThan(MOST_IN_DOCUMENT);
});

test('a row in the midst of them is marked as read, leaves, and comes back to its place', {
  timeout: 60_000,
}, async () => {
  await page.evaluate('window.scrollTo(0, 300_000)');
  await shown(5000).click({ trial: true });
  await shown(5000).focus();
  await page.keyboard.press('m');
  await shown(5000).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Unread 9,999' }).waitFor();
  await page.keyboard.press('z');
  await shown(5000).waitFor();
  expect(complaints).toEqual([]);
});
