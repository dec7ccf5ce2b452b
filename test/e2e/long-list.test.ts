import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { seedLongList } from './long-list.ts';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

const ROWS = 10_000;
const MOST_IN_DOCUMENT = 300;

const server = useServer();
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const { token } = await signUp(server.url, 'Matti Luukkainen');
  await seedLongList(1, ROWS);
  ({ page, complaints } = await server.open(token));
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
  const atStart = async () => {
    await page.keyboard.press('Home'); // again, should the way to the end still be under way
    return shown(ROWS).count();
  };
  await expect.poll(atStart).toBe(1);
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
