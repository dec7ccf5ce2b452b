/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let ann: Awaited<ReturnType<typeof signUp>>;
let ben: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  ann = await signUp(server.url, 'Ann Author');
  ben = await signUp(server.url, 'Ben Reader');
});

/** A page of a user's in a window of its own; it is there once it listens. */
async function open(token: string, path: string): Promise<Page> {
  const { page } = await server.open(token);
  const listening = page.waitForResponse((response) => response.url().includes('/api/events'));
  await page.goto(path);
  await listening;
  return page;
}

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

test('what one does, the other sees without touching anything', { timeout: 120_000 }, async () => {
  const [library, reader] = await Promise.all([open(ben.token, '/library'), open(ann.token, '/library')]);
  await library.getByText('Nobody has added a blog yet.').waitFor();
  const { id } = await ann.call<{ id: number }>('POST', '/blogs', { title: 'Clean React', url: 'https://x.fi/1' });
  await row(library, 'Clean React').waitFor();
  await row(reader, 'Clean React').waitFor();
  await row(reader, 'Clean React').hover();
  await row(reader, 'Clean React').getByRole('button', { name: /^Like/ }).first().click();
  await expect.poll(() => row(library, 'Clean React').innerText()).toMatch(/\b1\b/);
  await ann.call('DELETE', `/blogs/${id}`);
  await row(library, 'Clean React').waitFor({ state: 'detached' });
});

test('a page fetches nothing anew for its own change, and one’s other page does', { timeout: 120_000 }, async () => {
  const add = (title: string) => ann.call<{ id: number }>('POST', '/blogs', { title, url: 'https://x.fi/2' });
  const [first, second] = [await add('Read me'), await add('And me')];
  await ben.call('POST', '/readinglists', { blogId: first.id });
  const [here, there] = await Promise.all([open(ben.token, '/'), open(ben.token, '/')]);
  await Promise.all([row(here, 'Read me').waitFor(), row(there, 'Read me').waitFor()]);
  // What was published just before a page opened may be told to it again; with this both have heard everything.
  await ben.call('POST', '/readinglists', { blogId: second.id });
  await Promise.all([row(here, 'And me').waitFor(), row(there, 'And me').waitFor()]);
  const fetched: string[] = [];
  here.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/api/readinglists')) fetched.push(request.url());
  });
  await row(here, 'Read me').hover();
  await row(here, 'Read me').getByRole('button', { name: 'Mark as read' }).click();
  await row(there, 'Read me').waitFor({ state: 'detached' });
  expect(fetched).toEqual([]);
  await here.getByRole('button', { name: 'Undo' }).click();
  await row(here, 'Read me').waitFor();
  await row(there, 'Read me').waitFor();
});

test('who is shut out is led to the login at once', { timeout: 120_000 }, async () => {
  const page = await open(ben.token, '/library');
  await ann.call('PUT', `/users/${ben.username}`, { disabled: true });
  await page.waitForURL(/\/login/);
});
