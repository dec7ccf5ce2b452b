import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './browser.ts';
import { signUp } from './server.ts';
import { useServer } from './use-server.ts';

type Account = Awaited<ReturnType<typeof signUp>>;

const server = useServer();
let matti: Account;
let ada: Account;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  await signUp(server.url, 'Root Admin'); // the first account is an admin, who may do everything; the others are not
  matti = await signUp(server.url, 'Matti Luukkainen');
  ada = await signUp(server.url, 'Ada Lovelace');
  await signUp(server.url, 'Grace Hopper');
  ({ page, complaints } = await server.open(matti.token));
});

const main = () => page.getByRole('main');
const member = (name: string) => main().getByRole('listitem').filter({ hasText: name });
const dialog = () => page.getByRole('dialog');
async function choose(name: string) {
  await main().getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name }).click();
}

test('founding a team leads to it, and it stands in the sidebar', { timeout: 60_000 }, async () => {
  await page.goto('/teams');
  await page.getByText('There is no team yet').waitFor();
  await main().getByRole('button', { name: 'Found a team' }).last().click();
  await dialog().getByLabel('Name').fill('toska');
  await dialog().getByRole('button', { name: 'Found team' }).click();
  await page.getByRole('heading', { name: 'toska', level: 1 }).waitFor();
  await page.getByText('1 member · you are an owner').waitFor();
  await page.getByText('The team reads nothing yet').waitFor();
  await page.getByRole('list', { name: 'Your teams' }).getByRole('link', { name: 'toska' }).waitFor();
  await page.goBack();
  await main().getByRole('link', { name: 'toska' }).waitFor();
});

test('members come in by picking from people and by username', { timeout: 60_000 }, async () => {
  await main().getByRole('link', { name: 'toska' }).click();
  await main().getByRole('link', { name: 'Members' }).click();
  await page.getByRole('button', { name: 'Add a member' }).click();
  await dialog().getByRole('combobox', { name: 'Who' }).fill('love');
  await page.getByRole('option', { name: 'Ada Lovelace' }).click();
  await dialog().getByRole('button', { name: 'Add member' }).click();
  await member('Ada Lovelace').getByText('Member').waitFor();

  await page.getByRole('button', { name: 'Add a member' }).click();
  await dialog().getByRole('combobox', { name: 'Who' }).fill('nobody@example.com');
  await dialog().getByRole('button', { name: 'Add member' }).click();
  await dialog().getByRole('alert').filter({ hasText: 'not found' }).waitFor();
  await dialog().getByRole('combobox', { name: 'Who' }).fill('grace@example.com');
  await dialog().getByLabel('Role').selectOption('owner');
  await dialog().getByRole('button', { name: 'Add member' }).click();
  await member('Grace Hopper').getByText('Owner').waitFor();
  await page.getByText('3 members').waitFor();
});

test('roles change at a click and stay', { timeout: 60_000 }, async () => {
  await member('Grace Hopper').hover();
  await member('Grace Hopper').getByRole('button', { name: 'Make a member' }).click();
  await member('Grace Hopper').getByText('Member').waitFor();
  await page.reload();
  await member('Grace Hopper').getByText('Member').waitFor();
});

test('removing a member is undone with the role he had', { timeout: 60_000 }, async () => {
  await member('Grace Hopper').hover();
  await member('Grace Hopper').getByRole('button', { name: 'Remove from the team' }).click();
  await page.getByText('Removed Grace Hopper from the team.').waitFor();
  await page.getByText('2 members').waitFor();
  expect(await member('Grace Hopper').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await member('Grace Hopper').getByText('Member').waitFor();
});

test('the last owner hears from the server why he may not step down or leave', { timeout: 60_000 }, async () => {
  const why = 'The last owner may not go while others remain; make somebody else an owner first.';
  await member('Matti Luukkainen').hover();
  await member('Matti Luukkainen').getByRole('button', { name: 'Make a member' }).click();
  await page.getByText(`Matti Luukkainen was not made a member. ${why}`).waitFor();
  await member('Matti Luukkainen').getByText('Owner').waitFor();

  await choose('Leave team');
  await dialog().getByRole('button', { name: 'Leave team' }).click();
  await dialog().getByText(why).waitFor();
  await dialog().getByRole('button', { name: 'Keep it' }).click();
});

test('a team is renamed; a name that is taken says so', { timeout: 60_000 }, async () => {
  await ada.call('POST', '/teams', { name: 'Analytical engines' });
  await choose('Rename');
  await dialog().getByLabel('Name').fill('analytical ENGINES');
  await dialog().getByRole('button', { name: 'Rename' }).click();
  await dialog().getByRole('alert').filter({ hasText: 'unique' }).waitFor();
  await dialog().getByLabel('Name').fill('Slow readers');
  await dialog().getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('heading', { name: 'Slow readers' }).waitFor();
  await page.getByRole('list', { name: 'Your teams' }).getByRole('link', { name: 'Slow readers' }).waitFor();
  await expectAccessible(page, 'a team');
});

test('the palette knows teams', { timeout: 60_000 }, async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Go to or do anything' }).waitFor(); // fetched on its first opening
  await page.keyboard.type('analytical');
  await dialog().getByText('1 member').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Analytical engines' }).waitFor();
  await page.getByText('1 member · you are not one of them').waitFor();
  expect(await main().getByRole('button').count(), 'what a stranger can do with a team').toBe(0);
});

test('a member leaves', { timeout: 60_000 }, async () => {
  const { page: own } = await server.open(ada.token);
  await own.goto('/teams?tab=mine');
  await own.getByRole('main').getByRole('link', { name: 'Slow readers' }).click();
  await own.getByText('3 members · you are a member').waitFor();
  await own.getByRole('main').getByRole('link', { name: 'Members' }).click();
  await own.getByRole('button', { name: 'Leave team' }).click();
  await own.getByRole('dialog').getByRole('button', { name: 'Leave team' }).click();
  await own.getByText('You left “Slow readers”.').waitFor();
  await own.getByText('2 members · you are not one of them').waitFor();
  await own.context().close();
});

test('deleting names what is lost', { timeout: 60_000 }, async () => {
  await page.goto('/teams?search=slow');
  await main().getByRole('link', { name: 'Slow readers' }).click();
  await choose('Delete team');
  await dialog().getByText('its 2 members belong to it no longer').waitFor();
  await dialog().getByRole('button', { name: 'Delete team' }).click();
  await page.waitForURL(/\/teams$/);
  await main().getByRole('link', { name: 'Analytical engines' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'Slow readers' }).count()).toBe(0);
  await page.goto('/teams/4711');
  await page.getByText('There is no team at this address').waitFor();
  expect(complaints).toEqual([]);
});
