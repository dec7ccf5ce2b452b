import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { seedSample } from './sample.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let page: Page;
let complaints: string[];
let people: Awaited<ReturnType<typeof seedSample>>;

beforeAll(async () => {
  people = await seedSample(server.url);
  ({ page, complaints } = await server.open(people.matti.token));
});

const PATIENCE = { timeout: 90_000 };
const note = (text: string) => page.getByRole('article').filter({ hasText: text });
const action = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
const choose = async (name: string) => {
  await action('More actions').click();
  await page.getByRole('menuitem', { name }).click();
};
const tab = (name: string) => page.getByRole('group', { name: 'Which notes' }).getByRole('button', { name });

test('a row leads to the blog by click and by Enter, and to the page itself by action', PATIENCE, async () => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Parse, don’t validate' }).click();
  await page.getByRole('heading', { level: 1, name: 'Parse, don’t validate' }).waitFor();
  await page.waitForURL(/\/blogs\/4$/);
  await page.goBack();
  await page.getByRole('link', { name: 'Choose boring technology' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Choose boring technology' }).waitFor();
  const link = page.getByRole('link', { name: 'Open the page' });
  expect(await link.getAttribute('href')).toBe('https://mcfunley.com/choose-boring-technology');
  expect(await link.getAttribute('rel')).toContain('noopener');

  await page.goto('/');
  const row = page.getByRole('listitem').filter({ hasText: 'Choose boring technology' });
  await row.hover();
  expect(await opened(() => row.getByRole('button', { name: 'Open the page' }).click())).toMatch(/mcfunley\.com/);
});

test('on the blog: like, read and unread, off and onto the list, each kept by the server', PATIENCE, async () => {
  await page.goto('/blogs/4');
  await page.getByText('not yet', { exact: true }).waitFor();
  const top = async (name: string | RegExp) => (await action(name).boundingBox())?.y;
  expect(await top('More actions'), 'the buttons stand in one line').toBe(await top(/^Like/));
  await page.keyboard.press('l');
  await action('Like, 89 so far').waitFor();
  await page.keyboard.press('m');
  await action('Mark as unread').waitFor();
  await page.reload();
  await action('Mark as unread').waitFor();
  await action('Like, 89 so far').and(page.locator('[aria-pressed="true"]')).waitFor();
  await action('Like, 89 so far').click();
  await action('Mark as unread').click();
  await action('Like, 88 so far').waitFor();

  await action('Remove from my list').click();
  await page.getByText('not on it').waitFor();
  await page.keyboard.press('z');
  await action('Mark as read').waitFor();
  await action('Remove from my list').click();
  await page.getByText('not on it').waitFor();
  await page.keyboard.press('a');
  await page.getByText(/^Added to your reading list/).waitFor();
  await action('Mark as read').waitFor();
  expect(await opened(() => page.keyboard.press('v'))).toMatch(/lexi-lambda\.github\.io/);
});

test('a note on the blog: written, shown, edited, deleted by naming it', PATIENCE, async () => {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Note/ }).fill('## Mine\n\nA **new** thought');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('heading', { name: 'Mine' }).waitFor();
  await dialog.getByLabel('Important').check();
  await dialog.getByLabel('Who may see it').selectOption('Only me');
  await dialog.getByRole('button', { name: 'Save note' }).click();
  await note('A new thought').getByText('Only you').waitFor();
  await note('A new thought').getByText('Important').waitFor();
  await note('A new thought').getByRole('heading', { name: 'Mine', level: 3 }).waitFor();

  await note('A new thought').getByRole('button', { name: 'Edit' }).click();
  await dialog.getByRole('textbox', { name: /^Note/ }).fill('A second thought');
  await page.keyboard.press('Control+Enter');
  await note('A second thought').waitFor();
  await note('A second thought').getByRole('button', { name: 'Delete' }).click();
  await dialog.getByText('“A second thought” goes for good').waitFor();
  await dialog.getByRole('button', { name: 'Delete note' }).click();
  await note('A second thought').waitFor({ state: 'detached' });
});

test('what was typed is there again after a dialog was closed by mistake', PATIENCE, async () => {
  await action('Write a note').click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: /^Note/ });
  await field.fill('Half a sent');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await action('Write a note').click();
  expect(await field.inputValue()).toBe('Half a sent');
  await field.fill('');
  await page.keyboard.press('Escape');
});

test('another’s note is marked and the mark taken back, by key too; a refusal takes it back', PATIENCE, async () => {
  await page.goto('/notes?tab=all');
  const mark = note('make illegal states').getByRole('button', { name: 'Mark' });
  await mark.click();
  await page.getByText('Marked the note of Ada Lovelace.').waitFor();
  await tab('Marked').click();
  await note('make illegal states').waitFor();
  await page.waitForURL(/tab=marked/);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await note('make illegal states').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await note('make illegal states').waitFor();

  await page.route('**/api/notes/*/mark', (route) =>
    route.fulfill({ status: 503, json: { error: 'try again later' } }),
  );
  await mark.click();
  await page.getByText('Your mark was not taken back. Try again later.').waitFor();
  await note('make illegal states').waitFor();
  await page.unroute('**/api/notes/*/mark');
  expect(await note('Read this before').count()).toBe(0);
});

test('tabs, search and the author stand in the address', PATIENCE, async () => {
  await page.goto('/notes');
  await note('Ask Åsa').waitFor();
  expect(await page.getByRole('article').filter({ hasText: 'Ada Lovelace' }).count()).toBe(0);
  await note('Props that mirror state').getByRole('link', { name: 'Writing resilient components' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('mirror');
  await page.waitForURL(/search=mirror/);
  await page.getByRole('status').getByText('1 note', { exact: true }).waitFor();
  await page.keyboard.press('Escape');

  await tab('All').click();
  await note('make illegal states').getByRole('link', { name: 'Ada Lovelace' }).click();
  await page.waitForURL(/user=2/);
  await note('Ask Åsa').waitFor({ state: 'detached' });
  await page.reload();
  await note('Chapter by chapter').getByRole('button', { name: 'Show all of it' }).click();
  await note('Chapter by chapter').getByText('14.').waitFor();
  await page.getByRole('button', { name: 'Remove filter By Ada Lovelace' }).click();
  await tab('Important').click();
  await note('What to take along').waitFor();
  expect(await note('Ask Åsa').count()).toBe(0);
  await note('What to take along').getByRole('link', { name: 'Ada Lovelace' }).focus();
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: 'Parse, don’t validate' }).waitFor();
});

test('a note without a blog is written from the notes', PATIENCE, async () => {
  await page.goto('/notes');
  await note('Ask Åsa').waitFor();
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('textbox', { name: /^Note/ }).fill('On its own');
  await page.getByRole('button', { name: 'Save note' }).click();
  await note('On its own').waitFor();
  expect(await note('On its own').getByRole('link').allTextContents()).toEqual(['You', 'just now']);
});

test('what an attacker writes is letters, and no picture is fetched from elsewhere', PATIENCE, async () => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) elsewhere.push(request.url());
  });
  await page.goto('/blogs/1');
  await note('<script>').waitFor();
  await note('<script>').getByText('click').click();
  expect(await note('<script>').getByRole('link', { name: 'Picture: x' }).getAttribute('rel')).toContain('nofollow');
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
  expect(elsewhere).toEqual([]);
});

test('who added a blog deletes it from its screen and comes to the library', PATIENCE, async () => {
  const { id } = await people.matti.call<{ id: number }>('POST', '/blogs', {
    title: 'Short-lived',
    url: 'https://example.org/short',
  });
  await page.goto(`/blogs/${id}`);
  await page.getByText('not on it').waitFor();
  await choose('Edit');
  await page.getByLabel('Title').fill('Very short-lived');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Very short-lived' }).waitFor();
  await choose('Delete');
  await page.getByRole('button', { name: 'Delete blog' }).click();
  await page.waitForURL(/\/library/);
  await page.getByText('Deleted “Very short-lived”.').waitFor();
  await page.goto(`/blogs/${id}`);
  await page.getByText('There is no blog at this address').waitFor();
  await page.goto('/blogs/nothing');
  await page.getByText('There is no blog at this address').waitFor();
  expect(complaints).toEqual([]);
});

test('somebody who may not is offered no edit and no delete', PATIENCE, async () => {
  const { page: theirs, context } = await server.open(people.ada.token);
  await theirs.goto('/blogs/6'); // Matti added it, and Ada is no admin
  await theirs.getByRole('heading', { level: 1, name: 'Choose boring technology' }).waitFor();
  await theirs.getByRole('main').getByRole('button', { name: /^Like/ }).waitFor();
  expect(
    await theirs
      .getByRole('main')
      .getByRole('button', { name: /^(More actions|Edit|Delete)$/ })
      .count(),
  ).toBe(0);
  await theirs.goto('/notes?tab=all');
  await theirs.getByText('Read this before').waitFor();
  expect(await theirs.getByText('Ask Åsa').count()).toBe(0); // private to Matti
  await context.close();
});

/** The address of the tab that something opens; nothing is asked from the internet for it. */
async function opened(act: () => Promise<void>): Promise<string> {
  const context = page.context();
  await context.route(
    (url) => !url.href.startsWith(server.url),
    (route) => route.fulfill({ body: 'elsewhere' }),
  );
  const [popup] = await Promise.all([context.waitForEvent('page'), act()]);
  await popup.waitForURL(/^https?:/);
  const url = popup.url();
  await popup.close();
  await context.unrouteAll();
  return url;
}
