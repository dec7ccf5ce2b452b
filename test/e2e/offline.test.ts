import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { openLine } from './line.ts';
import { apiOf, signUp } from './server.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let line: Awaited<ReturnType<typeof openLine>>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const ann = await signUp(server.url, 'Ann');
  await signUp(server.url, 'Bob');
  line = await openLine(server.url);
  for (const title of ['Opened', 'Listed', 'Never opened']) {
    const { id } = await ann.call<{ id: number }>('POST', '/blogs', { title, url: `https://a.example/${title}` });
    if (title !== 'Never opened') await ann.call('POST', '/readinglists', { blogId: id });
  }
  await ann.call('POST', '/notes', { content: 'A private thought', blogId: 1, shared: false });
  context = await openContext(server.browser, line.url, { offline: true });
  page = await context.newPage();
});

afterAll(async () => {
  line?.close();
});

async function signIn(username: string) {
  await page.goto('/login');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(username);
  await page.getByLabel('Password').first().fill('a good password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Reading list' }).waitFor();
}

/** The addresses of what is kept of the API. */
const kept = () =>
  page.evaluate<string[]>(
    `caches.keys().then((names) => names.includes('opened') ? caches.open('opened').then((c) => c.keys()) : []).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
  );
const waitForWorker = () =>
  page
    .evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise((then) =>
    navigator.serviceWorker.addEventListener('controllerchange', then)))`)
    .then(() => {});

test('what was opened can be read without a connection, and what was not is said to be out of reach', async () => {
  await signIn('ann@example.com');
  await waitForWorker();
  await page.reload();
  await page.getByText('Listed').waitFor();
  await page.goto('/blogs/1');
  await page.getByText('A private thought').waitFor();
  await expect
    .poll(kept)
    .toEqual(expect.arrayContaining(['/api/status', '/api/readinglists', '/api/blogs/1', '/api/notes']));

  line.cut();
  await page.goto('/');
  await page.getByText('Listed').waitFor();
  await page.getByRole('link', { name: 'Opened', exact: true }).click();
  await page.getByText('A private thought').waitFor();
  await page.goto('/blogs/3');
  await page.getByText('The server cannot be reached').first().waitFor();
  line.mend();
});

test('signing out throws it away, and the next reader is shown nothing of it', async () => {
  await page.goto('/blogs/1');
  await page.getByText('A private thought').waitFor();
  await page.getByRole('button', { name: 'Account of Ann' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await kept()).toEqual([]);

  await signIn('bob@example.com');
  await page.goto('/');
  await expect.poll(kept).toContain('/api/readinglists');
  line.cut();
  await page.goto('/blogs/1');
  await page.getByText('The server cannot be reached').first().waitFor();
  expect(await page.getByText('A private thought').count()).toBe(0);
  line.mend();
});

test('a session that ended elsewhere, or is somebody else’s by now, leaves nothing behind', async () => {
  await page.goto('/blogs/3');
  await page.getByRole('heading', { name: 'Never opened' }).waitFor();
  await expect.poll(kept).toContain('/api/blogs/3');
  const ann = apiOf(server.url);
  const { token } = await ann<{ token: string }>('POST', '/login', {
    username: 'ann@example.com',
    password: 'a good password',
  });
  // As if the cookie had come from another place: no sign-in that the worker could have seen.
  await context.addCookies([{ name: 'carrel_session', value: token, url: line.url, httpOnly: true, sameSite: 'Lax' }]);
  await page.goto('/notes');
  await page.getByText('A private thought').waitFor();
  await expect.poll(kept).not.toContain('/api/blogs/3');

  await apiOf(server.url, token)('DELETE', '/logout');
  await page.evaluate(`fetch('/api/notes')`);
  await expect.poll(kept).toEqual([]);
});
