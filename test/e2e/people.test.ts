import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './browser.ts';
import { seedSample } from './sample.ts';
import { apiOf, signUp } from './server.ts';
import { useServer } from './use-server.ts';

type Account = Awaited<ReturnType<typeof seedSample>>['matti'];

const server = useServer();
let matti: Account;
let ada: Account;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  ({ matti, ada } = await seedSample(server.url));
  await signUp(server.url, 'Grace Hopper');
  await ada.call('POST', '/notes', { content: 'It weaves *algebraical* patterns\n\n- as a loom', important: true });
  await ada.call('POST', '/notes', { content: 'For nobody else', shared: false });
  ({ page, complaints } = await server.open(matti.token));
});

const main = () => page.getByRole('main');
const item = (text: string) => main().getByRole('listitem').filter({ hasText: text }).first();
const tab = (name: string) => main().getByRole('button', { name, exact: true });

test('who is here, found by name', { timeout: 60_000 }, async () => {
  await page.goto('/people');
  await item('Matti Luukkainen')
    .getByText(/8 blogs · \d+ notes · matti@example\.com/)
    .waitFor();
  await item('Ada Lovelace').getByRole('link', { name: 'Analytical engines' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('LOVE');
  await page.waitForURL(/search=LOVE/);
  await expect.poll(() => item('Matti Luukkainen').count()).toBe(0);
  await expectAccessible(page, 'people');
  await page.keyboard.press('Escape');
  await item('Matti Luukkainen').waitFor();
});

test('what a person added can be liked and put on one’s own list', { timeout: 60_000 }, async () => {
  const added = await ada.call<{ id: number }>('POST', '/blogs', { title: 'Note G', url: 'https://example.org/g' });
  await item('Ada Lovelace').getByRole('link', { name: 'Ada Lovelace' }).click();
  await page.getByRole('heading', { name: 'Ada Lovelace', level: 1 }).waitFor();
  await main()
    .getByText(/In the teams .*Analytical engines/)
    .waitFor();
  await item('Note G').hover();
  await item('Note G').getByRole('button', { name: 'Like' }).click();
  await item('Note G').getByRole('img', { name: '1 like' }).waitFor();
  await item('Note G').getByRole('button', { name: 'Add to my list' }).click();
  await page.getByText('Added to your reading list: Note G').waitFor();
  const mine = await matti.call<{ blog: { id: number } }[]>('GET', '/readinglists?limit=1');
  expect(mine[0]?.blog.id).toBe(added.id);
  await expectAccessible(page, 'a person');
});

test('shared notes are shown and can be marked', { timeout: 60_000 }, async () => {
  await tab('Shared notes').click();
  await page.waitForURL(/tab=notes/);
  await item('It weaves algebraical patterns').getByText('as a loom').waitFor();
  expect(await page.getByText('For nobody else').count()).toBe(0);
  const mark = main().getByRole('article').filter({ hasText: 'It weaves' }).getByRole('button', { name: 'Mark' });
  await mark.click();
  await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true');
  await expect
    .poll(async () => (await matti.call<unknown[]>('GET', '/notes?marked=true&search=weaves')).length)
    .toBe(1);
  await expectAccessible(page, 'the notes of a person');
  await page.reload(); // what is on the screen is what the server has
  await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true');
  await mark.click();
  await expect
    .poll(async () => (await matti.call<unknown[]>('GET', '/notes?marked=true&search=weaves')).length)
    .toBe(0);
});

test('one’s own page says so; nobody’s page leads on', { timeout: 60_000 }, async () => {
  await page.goto('/people/1');
  await main()
    .getByText(/matti@example\.com · \d+ notes · admin · this is you/)
    .waitFor();
  await tab('Notes').click();
  await main().getByRole('list', { name: 'Notes by Matti Luukkainen' }).waitFor();
  await main().getByRole('button', { name: 'Settings' }).click();
  await page.waitForURL(/\/settings/);
  await page.goto('/people/3?tab=notes');
  await page.getByText('Grace Hopper shares no notes yet.').waitFor();
  await page.goto('/people/4711');
  await page.getByText('There is nobody at this address').waitFor();
  await page.getByRole('button', { name: 'Show who is here' }).click();
  await item('Ada Lovelace').waitFor();
  expect(complaints).toEqual([]);
});

test('authors stand by likes, sort by any column and lead to their blogs', { timeout: 60_000 }, async () => {
  await page.goto('/authors');
  const names = () => main().getByRole('rowheader').allTextContents();
  await main().getByRole('row', { name: 'Dan McKinley 1 103' }).waitFor();
  expect((await names()).slice(0, 2)).toEqual(['Dan McKinley', 'Alexis King']);
  await page.getByRole('img', { name: /Bar chart of likes and blogs: Dan McKinley 103 likes, 1 blog; / }).waitFor();
  await expectAccessible(page, 'authors');

  await main().getByRole('button', { name: 'Author' }).click();
  await expect.poll(async () => (await names())[0]).toBe('Alexis King');
  await main().getByRole('button', { name: 'Author' }).click();
  await expect.poll(async () => (await names())[0]).toBe('Ulrich Drepper');
  await expect.poll(() => main().locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  await page.keyboard.press('/');
  await page.keyboard.type('king');
  await expect.poll(names).toEqual(['Alexis King']);
  await main().getByRole('link', { name: 'Alexis King' }).click();
  await page.waitForURL(/\/library\?.*author=Alexis/);
  await item('Parse, don’t validate').waitFor();
  expect(complaints).toEqual([]);
});

test('of thousands of authors only those near the window are in the document', { timeout: 120_000 }, async () => {
  const call = apiOf(server.url, matti.token);
  for (let from = 0; from < 1200; from += 100)
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        call('POST', '/blogs', {
          title: `Blog ${from + index}`,
          author: `Writer ${from + index}`,
          url: `https://example.org/${from + index}`,
        }),
      ),
    );
  await page.goto('/authors?sort=author');
  const rows = main().getByRole('row');
  // All pages come before another order than the server's is shown as whole.
  await expect.poll(() => main().getByRole('table').getAttribute('aria-rowcount')).toBe('1213');
  expect(await rows.count()).toBeLessThan(100);
  await page.keyboard.press('End');
  await main().getByRole('link', { name: 'Writer 1199' }).waitFor();
  expect(await rows.count()).toBeLessThan(100);
});
