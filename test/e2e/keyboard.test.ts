import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { useServer } from './use-server.ts';

const server = useServer();
let page: Page;
let complaints: string[];

beforeAll(async () => {
  ({ page, complaints } = await server.open());
});

const PATIENCE = { timeout: 90_000 };
const MOST_TABS = 40;
const row = (title: string) => page.getByRole('listitem').filter({ hasText: title });
const focused = () => page.evaluate<string>(FOCUSED);
const FOCUSED = `(() => {
  const on = document.activeElement;
  return on.labels?.[0]?.textContent || on.getAttribute('aria-label') || on.textContent || '';
})()`;

/** Only when the dialog has taken the focus: what is typed before goes elsewhere. */
const dialogOpens = () => page.locator('[role=dialog] :focus').waitFor();

/** Tabs until what has this name has the focus, and sees to it that one sees where it is. */
async function tabTo(name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if ((await focused()).startsWith(name)) {
      const ring = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      const edge = await page.evaluate<boolean>("document.activeElement.matches('input, textarea')"); // shows it by its border
      expect(edge || ring !== 'none', `the focus on “${name}” can be seen`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” was not reached by ${MOST_TABS} tabs; the last was “${await focused()}”.`);
}

async function type(name: string, text: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.type(text);
}

async function press(name: string): Promise<void> {
  await tabTo(name);
  await page.keyboard.press('Enter');
}

/** Goes somewhere, or does something, by the palette. */
async function choose(letters: string, entry: string): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' }); // one that is just closing would get the letters
  await page.keyboard.press('Control+k');
  await dialogOpens();
  await page.keyboard.type(letters);
  await page.locator('[data-action][data-selected]', { hasText: entry }).waitFor();
  await page.keyboard.press('Enter');
}

test('the first account, and a blog on the list', PATIENCE, async () => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Create the first account' }).waitFor();
  await type('Name', 'Matti Luukkainen');
  await type('E-mail', 'mluukkai@iki.fi');
  await type('Password', 'a good password');
  await page.keyboard.press('Enter');
  await page.getByText('Your reading list is empty').waitFor();

  await press('Add a blog');
  await dialogOpens();
  await type('Address', 'https://overreacted.io/clean-react');
  await type('Title', 'Clean React');
  await type('Author', 'Dan Abramov');
  await page.keyboard.press('Enter');
  await row('Clean React').waitFor();
});

test('read, undone, liked, and a note written, all on the row', PATIENCE, async () => {
  await page.keyboard.press('j');
  await expect.poll(focused).toBe('Clean React');
  await page.keyboard.press('m');
  await page.getByText('You have read everything on your list').waitFor();
  await page.keyboard.press('z');
  await row('Clean React').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('l');
  await row('Clean React').getByRole('img', { name: '1 like' }).waitFor();
  await page.keyboard.press('n');
  await dialogOpens();
  await type('Note', 'Short and **clear**.');
  await page.keyboard.press('Control+Enter');
  await row('Clean React').getByRole('img', { name: '1 note' }).waitFor();
});

test('the blog is opened, its note edited, and back', PATIENCE, async () => {
  await expect.poll(focused).toBe('Clean React'); // a dialog gives the focus back
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Clean React' }).waitFor();
  await page.getByText('Short and clear').waitFor();
  await press('More actions');
  await page.locator('[role=menu] :focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('Edit');
  await page.keyboard.press('Enter');
  await dialogOpens();
  await type('Title', ': at last');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Clean React: at last' }).waitFor();
  await choose('reading l', 'Reading list');
  await row('Clean React: at last').waitFor();
});

test('searched for, filtered, found in the library, marked as read for good', PATIENCE, async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('nothing like it');
  await page.getByText('Nothing on your reading list fits').waitFor();
  await page.keyboard.press('Escape');
  await row('Clean React').waitFor();
  await press('Filter');
  await dialogOpens();
  await type('Author', 'Dan Abramov');
  await press('Show');
  await page.waitForURL(/author=Dan/);
  await press('Remove filter');
  await page.waitForURL((url) => !url.search);
  await choose('libr', 'Library');
  await page.waitForURL(/\/library/);
  await row('Clean React').waitFor();
  await choose('reading l', 'Reading list');
  await page.waitForURL((url) => url.pathname === '/');
  await row('Clean React').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.getByText('You have read everything on your list').waitFor();
});

test('a team founded, the theme chosen, signed out and in again', PATIENCE, async () => {
  await choose('found', 'Found a team');
  await dialogOpens();
  await type('Name', 'Thursday readers');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thursday readers' }).waitFor();
  await choose('dark', 'Use the dark theme');
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await choose('sign out', 'Sign out');
  await page.waitForURL(/\/login/);
  await type('E-mail', 'mluukkai@iki.fi');
  await type('Password', 'a good password');
  await page.keyboard.press('Enter');
  await page.getByText('You have read everything on your list').waitFor();
  expect(complaints).toEqual([]);
});
