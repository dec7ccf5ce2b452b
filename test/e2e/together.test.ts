/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './browser.ts';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

type Account = Awaited<ReturnType<typeof signUp>>;

const server = useServer();
let ada: Account;
let page: Page;
let complaints: string[];
let link: string;

beforeAll(async () => {
  await signUp(server.url, 'Root Admin');
  ada = await signUp(server.url, 'Ada Lovelace');
  const { id } = await ada.call<{ id: number }>('POST', '/teams', { name: 'Slow readers' });
  await ada.call('POST', '/blogs', {
    title: 'Choose boring technology',
    author: 'Dan McKinley',
    url: 'https://mcfunley.com/choose-boring-technology',
  });
  await ada.call('POST', '/blogs', {
    title: 'Clean React',
    author: 'Dan Abramov',
    url: 'https://overreacted.io/clean',
  });
  expect(id).toBe(1);
  ({ page, complaints } = await server.open(ada.token));
});

const dialog = () => page.getByRole('dialog');
const row = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });

test('a blog goes on the team’s list with a day and a word', { timeout: 60_000 }, async () => {
  await page.goto('/teams/1');
  await page.getByText('The team reads nothing yet').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Add a blog' }).first().click();
  await dialog().getByRole('combobox', { name: 'Blog' }).fill('boring');
  await dialog()
    .getByRole('option', { name: /Clean React/ })
    .waitFor({ state: 'detached' }); // it does not have these letters
  await page.getByRole('option', { name: /Choose boring technology/ }).click();
  await dialog().getByLabel('Read by').fill('2999-11-27');
  await dialog().getByLabel('A word why').fill('before the meeting');
  await dialog().getByRole('button', { name: 'Put on the list' }).click();
  await row('Choose boring technology').getByText('0 of 1 has read').waitFor();
  await row('Choose boring technology').getByText('“before the meeting”').waitFor();
  await row('Choose boring technology').getByText('due Nov 27, 2999').waitFor();
});

test('the dialog opens from a blog by its key, and says what is on the list already', { timeout: 60_000 }, async () => {
  await page.goto('/blogs/1');
  await page.getByRole('heading', { name: 'Choose boring technology' }).waitFor();
  await page.keyboard.press('t');
  await dialog().getByRole('button', { name: 'Put on the list' }).click();
  await dialog().getByText('This blog is already on the list of this team.').waitFor();
  await page.keyboard.press('Escape');
});

test('an owner makes a link, which is shown once', { timeout: 60_000 }, async () => {
  await page.goto('/teams/1?tab=members');
  await page.getByRole('button', { name: 'Invite by a link' }).click();
  await dialog().getByRole('button', { name: 'Make a link' }).click();
  link = await dialog().getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(new RegExp(`^${server.url}/invite/[\\w-]{43}$`));
  await dialog().getByRole('button', { name: 'Done' }).click();
  await row('Member, open').getByText('used 0 of 1 time').waitFor();
});

test('whoever has it signs up, finds the team’s list, reads; and the other sees it', { timeout: 120_000 }, async () => {
  const { page: theirs, complaints: theirComplaints } = await server.open();
  await theirs.goto(link);
  await theirs.getByRole('heading', { name: 'Join “Slow readers”' }).waitFor();
  await theirs.getByText('Ada Lovelace invites you to read with the team').waitFor();
  await expectAccessible(theirs, 'an invitation');
  await theirs.getByRole('link', { name: 'Create an account' }).click();
  await theirs.getByText('Ada Lovelace invites you to “Slow readers”.').waitFor();
  await theirs.getByLabel('Name').fill('Bob Newcomer');
  await theirs.getByLabel('E-mail').fill('bob@example.com');
  await theirs.locator('input[name=password]').fill('a good password');
  await theirs.getByRole('button', { name: 'Sign up' }).click();

  await theirs.getByRole('heading', { name: 'Slow readers', level: 1 }).waitFor();
  await theirs.getByText('2 members · you are a member').waitFor();
  await theirs.goto('/');
  const entry = theirs.getByRole('listitem').filter({ hasText: 'Choose boring technology' });
  await entry.getByRole('link', { name: 'Slow readers' }).waitFor();
  await entry.hover();
  await entry.getByRole('button', { name: 'Mark as read' }).click();
  await theirs.getByText('You have read everything on your list').waitFor();
  await theirs.goto('/teams/1?tab=matrix');
  await theirs.getByText('1 of 2 have read').waitFor();

  await page.goto('/teams/1?tab=matrix');
  const cell = (name: string) => page.getByRole('cell', { name });
  await cell('Unread').waitFor();
  await page.getByTitle(/^Bob Newcomer: read /).waitFor();
  await expectAccessible(page, 'the matrix');

  // By keyboard: from the one cell that Tab stops at along the row.
  await page.getByTitle('Ada Lovelace: unread').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate('document.activeElement.title')).toMatch(/^Bob Newcomer: read /);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate('document.activeElement.title')).toBe('Ada Lovelace: unread');

  // What is narrowed stands in the address.
  await page.getByRole('button', { name: 'Read by all' }).click();
  await page.waitForURL(/show=read-by-all/);
  await page.getByText('Nothing has been read by everybody yet.').waitFor();
  await page.goto('/teams/1?tab=matrix&show=unread');
  await page.getByText('1 of 2 have read').waitFor();

  await theirs.getByLabel('Hide what I have read').click();
  await theirs.getByText('The team no longer sees what you have read').waitFor();
  await page.reload();
  await page.getByText('0 of 1 has read, 1 hidden').waitFor();
  await page.getByTitle('Bob Newcomer: hidden').waitFor();
  expect(theirComplaints).toEqual([]);
  await theirs.context().close();
});

test('a link that was used up says so', { timeout: 60_000 }, async () => {
  const { page: theirs } = await server.open();
  await theirs.goto(link);
  await theirs.getByText('This invitation was used as often as it may be').waitFor();
  await theirs.context().close();
});

test('who has an account joins by a link and leaves; what he did not touch goes', { timeout: 60_000 }, async () => {
  const grace = await signUp(server.url, 'Grace Hopper');
  const { token } = await ada.call<{ token: string }>('POST', '/teams/1/invitations', {});
  const { page: theirs, context } = await server.open();
  await theirs.goto(`/invite/${token}`);
  await theirs.getByRole('link', { name: 'Sign in' }).click();
  await theirs.getByLabel('E-mail').fill(grace.username);
  await theirs.locator('input[name=password]').fill(grace.password);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await theirs.getByRole('button', { name: 'Join the team' }).click();
  await theirs.getByText('3 members · you are a member').waitFor();
  expect(await grace.call('GET', '/readinglists')).toHaveLength(1);
  await theirs.goto('/teams/1?tab=members');
  await theirs.getByRole('button', { name: 'Leave team' }).click();
  await theirs.getByRole('dialog').getByRole('button', { name: 'Leave team' }).click();
  await theirs.getByText('You left “Slow readers”.').waitFor();
  expect(await grace.call('GET', '/readinglists')).toEqual([]);
  await context.close();
});

test('an owner takes a blog off, undoes it, and takes an invitation back', { timeout: 60_000 }, async () => {
  await page.goto('/teams/1');
  await row('Choose boring technology').hover();
  await row('Choose boring technology').getByRole('button', { name: 'Take off the team’s list' }).click();
  await page.getByText('The team reads nothing yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await row('Choose boring technology').getByText('“before the meeting”').waitFor();

  await page.goto('/teams/1?tab=members');
  await row('Member, open').hover();
  await row('Member, open').getByRole('button', { name: 'Take back' }).click();
  await row('Member, taken back').waitFor();
  await expectAccessible(page, 'invitations');
  expect(complaints).toEqual([]);
});
