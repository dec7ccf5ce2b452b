import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { User } from '../../server/features/users/user.model.ts';
import { expectAccessible } from './browser.ts';
import { apiOf, signUp } from './server.ts';
import { useServer } from './use-server.ts';

const PATIENT = { timeout: 10_000 };

const server = useServer({ CARREL_SIGNUP: 'open' });
let page: Page;
let complaints: string[];
let matti: Awaited<ReturnType<typeof signUp>>;
let ada: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  matti = await signUp(server.url, 'Matti Luukkainen');
  ada = await signUp(server.url, 'Ada Lovelace');
  await ada.call('POST', '/blogs', { title: 'Notes on the engine', url: 'https://example.org/engine' });
  ({ page, complaints } = await server.open(matti.token));
});

const row = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });
const tab = (name: string) => page.getByRole('button', { name, exact: true }).and(page.locator('[aria-pressed]'));
const dialog = () => page.getByRole('dialog');
const said = (text: string) => page.getByRole('region', { name: 'Messages' }).getByText(text).waitFor();

async function act(name: string, action: string): Promise<void> {
  await row(name).hover();
  await row(name).getByRole('button', { name: action, exact: true }).click();
}

async function actInMenu(name: string, action: string): Promise<void> {
  await act(name, 'More actions');
  await page.getByRole('menuitem', { name: action }).click();
}

test('who is no admin reads a sentence, and finds no way in the sidebar', { timeout: 60_000 }, async () => {
  const { page: adas } = await server.open(ada.token);
  await adas.goto('/admin');
  await adas.getByText('This page is for admins.').waitFor();
  await adas.getByRole('link', { name: 'Settings' }).waitFor();
  expect(await adas.getByRole('link', { name: 'Admin' }).count()).toBe(0);
  await expectAccessible(adas, 'the sentence for others');
  await adas.goto('/admin/server');
  await adas.getByText('This page is for admins.').waitFor();
  await adas.context().close();
});

test('a disabled user is thrown out at once, and in again once enabled', {
  timeout: 60_000,
}, async () => {
  const { page: adas } = await server.open(ada.token);
  await adas.goto('/library?sort=title');
  await adas.getByText('Notes on the engine').waitFor();

  await page.goto('/admin');
  await row('Ada Lovelace').getByText('ada@example.com · 1 blog · 0 notes').waitFor();
  await act('Ada Lovelace', 'Disable');
  await said('Ada Lovelace is disabled and locked out');
  await row('Ada Lovelace').waitFor({ state: 'detached' });
  await expect.poll(() => statusOf(ada.token)).toBe(401);

  await adas.getByText('Your session has ended').waitFor();
  await adas.getByLabel('E-mail').fill(ada.username);
  await adas.locator('input[name=password]').fill(ada.password);
  await adas.getByRole('button', { name: 'Sign in' }).click();
  await adas.getByText('Account disabled, please contact admin.').waitFor();

  await tab('Disabled').click();
  await row('Ada Lovelace').getByText('disabled', { exact: true }).waitFor();
  await expectAccessible(page, 'the disabled users');
  await act('Ada Lovelace', 'Enable');
  await page.getByText('Nobody is disabled.').waitFor();
  await expect.poll(() => statusOf(ada.token)).toBe(200); // the session that was there goes on
  await adas.getByRole('button', { name: 'Sign in' }).click();
  await adas.waitForURL(/\/library\?.*sort=title/);
  await adas.context().close();
});

test('promote, undo, promote again, the scope of admins, demote', { timeout: 60_000 }, async () => {
  await tab('Active').click();
  await act('Ada Lovelace', 'Make admin');
  await said('Ada Lovelace is an admin now');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await row('Ada Lovelace').getByText('admin', { exact: true }).waitFor({ state: 'detached' });
  await act('Ada Lovelace', 'Make admin');
  await tab('Admins').click();
  await page.waitForURL(/scope=admin/);
  await row('Ada Lovelace').waitFor();
  await act('Ada Lovelace', 'Take admin rights away');
  await said('Ada Lovelace is no longer an admin');
  await row('Ada Lovelace').waitFor({ state: 'detached' });
  await row('Matti Luukkainen').waitFor();
});

test('the last admin is told why he stays, and stays', { timeout: 60_000 }, async () => {
  await act('Matti Luukkainen', 'Take admin rights away');
  await dialog().getByText('Only another admin can make you one again.').waitFor();
  await dialog().getByRole('button', { name: 'Give it up' }).click();
  await dialog()
    .getByText('The last admin can be neither disabled nor demoted; make somebody else an admin first.')
    .waitFor();
  await expectAccessible(page, 'the refusal to demote the last admin');
  await dialog().getByRole('button', { name: 'Stay admin' }).click();
  await row('Matti Luukkainen').getByText('admin', { exact: true }).waitFor();
});

test('ending all sessions of a user names what ends', { timeout: 60_000 }, async () => {
  await page.goto('/admin');
  await actInMenu('Ada Lovelace', 'End all sessions');
  await dialog().getByText('Ada Lovelace is signed out everywhere and may sign in again.').waitFor();
  await dialog().getByRole('button', { name: 'End all sessions' }).click();
  await said('All sessions of Ada Lovelace have ended');
  expect(await statusOf(ada.token)).toBe(401);
  await apiOf(server.url)('POST', '/login', { username: ada.username, password: ada.password });
});

test('a new account and a new password are handed over and work', { timeout: 60_000 }, async () => {
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.waitForURL(/add=true/);
  await dialog().getByLabel('Name').fill('Grace Hopper');
  await dialog().getByLabel('E-mail').fill(ada.username);
  await dialog().getByRole('button', { name: 'Create account' }).click();
  await dialog().getByText('Another account has this e-mail address already.').waitFor();
  await expectAccessible(page, 'creating an account, refused');
  await dialog().getByLabel('E-mail').fill('grace@example.com');
  await dialog().getByRole('button', { name: 'Create account' }).click();
  await dialog().getByText('Grace Hopper has an account').waitFor();
  const first = await dialog().getByRole('textbox', { name: 'Password' }).inputValue();
  await apiOf(server.url)('POST', '/login', { username: 'grace@example.com', password: first });
  await dialog().getByRole('button', { name: 'Done' }).click();

  await actInMenu('Grace Hopper', 'Set a new password');
  await dialog().getByRole('button', { name: 'Set password' }).click();
  await dialog().getByText('Grace Hopper has a new password').waitFor();
  const second = await dialog().getByRole('textbox', { name: 'Password' }).inputValue();
  expect(second).toMatch(/^\w{4}(-\w{4}){3}$/);
  await apiOf(server.url)('POST', '/login', { username: 'grace@example.com', password: second });
  await dialog().getByRole('button', { name: 'Done' }).click();
});

test('a search by name, and a list that goes on page by page', { timeout: 60_000 }, async () => {
  const passwordHash = 'nobody signs in with this';
  await User.bulkCreate(
    Array.from({ length: 120 }, (_, index) => ({
      username: `reader${index}@example.com`,
      name: `Reader ${String(index).padStart(3, '0')}`,
      passwordHash,
    })),
  );
  await page.goto('/admin?scope=all');
  await row('Matti Luukkainen').waitFor();
  const users = page.getByRole('list', { name: 'Users' });
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 2000);
      return users.getByText('Reader 119').count();
    }, PATIENT)
    .toBe(1);
  expect(await users.getByRole('listitem').count()).toBeLessThan(100);

  await page.keyboard.press('/');
  await page.keyboard.type('reader 07');
  await page.waitForURL(/name=reader/);
  await expect.poll(() => users.getByRole('listitem').count()).toBe(10);
  await page.getByLabel('Search by name').fill('nobody of this name');
  await page.getByText('Nobody fits what you search for.').waitFor();
});

test('the server: its health and its migrations, executed and pending', { timeout: 60_000 }, async () => {
  await page.goto('/admin/server');
  await page.getByText('Ready: the database answers and no migration is pending.').waitFor();
  const table = page.getByRole('table');
  await table.getByRole('row', { name: /20261122_00_initialize_users_and_blogs.*(ago|just now)/ }).waitFor();
  await expectAccessible(page, 'the server');

  const pending = ['29990101_00_add_tomorrow'];
  await page.route('**/api/admin/migrations', (route) => route.fulfill({ json: { executed: [], pending } }));
  await page.route('**/health/ready', (route) =>
    route.fulfill({ status: 503, json: { error: 'migrations are pending: 29990101_00_add_tomorrow' } }),
  );
  await page.reload();
  await table.getByRole('row', { name: /29990101_00_add_tomorrow pending/ }).waitFor();
  await page.getByText('Migrations are pending: 29990101_00_add_tomorrow.').waitFor();
  expect(complaints.filter((text) => !text.includes('503'))).toEqual([]);
});

test('an admin who disables himself is out at once', { timeout: 60_000 }, async () => {
  await matti.call('PUT', `/users/${ada.username}`, { admin: true });
  await page.goto('/admin');
  await act('Matti Luukkainen', 'Disable');
  await dialog().getByRole('button', { name: 'Disable my account' }).click();
  await page.getByText('Your session has ended').waitFor();
  expect(await statusOf(matti.token)).toBe(401);
});

async function statusOf(token: string): Promise<number> {
  return (await fetch(`${server.url}/api/notes`, { headers: { authorization: `Bearer ${token}` } })).status;
}
