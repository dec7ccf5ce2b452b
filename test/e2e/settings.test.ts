/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { Session } from '../../server/features/sessions/session.model.ts';
import { expectAccessible } from './browser.ts';
import { apiOf, signUp } from './server.ts';
import { useServer } from './use-server.ts';

const PASSWORD = 'a good password';

const server = useServer();
let page: Page;
let complaints: string[];
let matti: Awaited<ReturnType<typeof signUp>>;

beforeAll(async () => {
  matti = await signUp(server.url, 'Matti Luukkainen');
  await signUp(server.url, 'Ada Lovelace');
  ({ page, complaints } = await server.open());
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/settings');
  await signIn();
});

const row = (text: string | RegExp) => page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const button = (name: string) => page.getByRole('button', { name });
const field = (name: string) => page.locator(`input[name=${name}]`);

async function signIn(username = matti.username, password = PASSWORD) {
  await page.getByLabel('E-mail').fill(username);
  await field('password').fill(password);
  await button('Sign in').click();
}

const said = (text: string) => page.getByRole('region', { name: 'Messages' }).getByText(text).waitFor();

test('a section has an address of its own, and settings open with the profile', { timeout: 60_000 }, async () => {
  await page.waitForURL('**/settings/profile');
  await page.getByRole('heading', { name: 'Profile' }).waitFor();
  await expect.poll(() => page.title()).toBe('Profile · Settings · Carrel');
  await page.getByRole('link', { name: 'Appearance' }).click();
  await page.waitForURL('**/settings/appearance');
  await expect.poll(() => page.title()).toBe('Appearance · Settings · Carrel');
  await page.goBack();
  await page.getByRole('heading', { name: 'Profile' }).waitFor();
});

test('the profile: the refusals stand at their field, a new name everywhere', { timeout: 60_000 }, async () => {
  await field('username').fill('ADA@example.com');
  await button('Save profile').click();
  await page.getByText('Another account has this e-mail address already.').waitFor();
  expect(await field('username').getAttribute('aria-invalid')).toBe('true');
  await field('username').fill('matti@localhost'); // an address for the browser, but not for the server
  await button('Save profile').click();
  await page.getByText('This is not an e-mail address.').waitFor();
  await expectAccessible(page, 'the profile with a refusal');

  await field('name').fill('Matti L.');
  await field('username').fill('matti.l@example.com');
  await button('Save profile').click();
  await said('Your profile is saved.');
  await button('Account of Matti L.').waitFor();
  matti.username = 'matti.l@example.com';
  expect(await matti.call('GET', '/status')).toMatchObject({ user: { name: 'Matti L.', username: matti.username } });
});

test('tags are renamed, merged and deleted', { timeout: 60_000 }, async () => {
  for (const [title, tags] of Object.entries({ One: ['js', '..'], Two: ['JavaScript'] })) {
    const blog = await matti.call<{ id: number }>('POST', '/blogs', { title, url: `https://example.com/${title}` });
    const reading = await matti.call<{ id: number }>('POST', '/readinglists', { blogId: blog.id });
    await matti.call('PUT', `/readinglists/${reading.id}`, { tags });
  }
  const tagsOf = async (title: string) => {
    const list = await matti.call<{ tags: string[]; blog: { title: string } }[]>('GET', '/readinglists');
    return list.find(({ blog }) => blog.title === title)?.tags;
  };
  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Reading list' }).click();
  await button('Filter').click();
  await page.getByRole('link', { name: 'Manage tags' }).click();
  await page.waitForURL('**/settings/tags');

  await page.getByRole('link', { name: '..' }).press('e');
  await dialog.getByLabel('Name').fill('older');
  await page.keyboard.press('Enter');
  await row('older').getByText('1 blog · 1 unread').waitFor();
  await said('“..” is now “older”.');
  await page.keyboard.press('z');
  await page.getByRole('link', { name: '..', exact: true }).waitFor();

  await page.getByRole('link', { name: 'js' }).press('e');
  await dialog.getByLabel('Name').fill('javascript');
  await page.keyboard.press('Enter');
  await dialog.getByText('You have a tag “JavaScript” already.').waitFor();
  expect(await tagsOf('One')).toEqual(['js', '..']); // nothing has happened yet
  await dialog.getByRole('button', { name: 'Merge tags' }).click();
  await row('JavaScript').getByText('2 blogs').waitFor();
  expect(await tagsOf('One')).toEqual(['JavaScript', '..']);

  await page.getByRole('link', { name: 'JavaScript' }).press('x');
  await dialog.getByText('It is taken off 2 blogs').waitFor();
  await dialog.getByRole('button', { name: 'Delete tag' }).click();
  await page.getByRole('link', { name: 'JavaScript' }).waitFor({ state: 'detached' });
  expect(await tagsOf('Two')).toEqual([]);
  await page.getByRole('link', { name: '..' }).click();
  await page.getByRole('link', { name: 'One', exact: true }).waitFor();
  await page.goBack();
});

test('a dialog darkens the whole window, the scroll bar’s place too, and nothing moves', {
  timeout: 60_000,
}, async () => {
  const look = () =>
    page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      return { backgroundColor, width: document.body.offsetWidth, window: window.innerWidth };
    });
  const before = await look();
  expect(before.width).toBeLessThan(before.window); // there is a place to be darkened
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  const during = await look();
  expect(during.width).toBe(before.width);
  expect(during.backgroundColor).not.toBe(before.backgroundColor);
  await page.keyboard.press('Escape');
  await expect.poll(look).toEqual(before);
});

test('sessions in words; one is ended, and all others', { timeout: 60_000 }, async () => {
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) Version/18.2 Mobile/15E148 Safari/604.1';
  const onPhone = await logInAs(phone);
  await page.getByRole('link', { name: 'Sessions' }).click();
  await row('Chrome on Linux').getByText('this one').waitFor();
  await row('Safari on iPhone').hover();
  await row('Safari on iPhone').getByRole('button', { name: 'End session' }).click();
  await page.getByRole('dialog').getByText('End the session of Safari on iPhone?').waitFor();
  await expectAccessible(page, 'the question before a session ends');
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  await said('Ended the session: Safari on iPhone');
  await row('Safari on iPhone').waitFor({ state: 'detached' });
  await expect(apiOf(server.url, onPhone)('GET', '/notes')).rejects.toThrow('401');

  await button('End all others').click();
  await page.getByText('1 other device has to sign in again.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
  await said('All your other sessions have ended.');
  await expect.poll(() => page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').count()).toBe(1);
  await expect(matti.call('GET', '/notes')).rejects.toThrow('401');
});

test('an API token is shown once, works, and ends', { timeout: 60_000 }, async () => {
  await page.getByRole('link', { name: 'API tokens' }).click();
  await page.getByText('You have no API token.').waitFor();
  await button('New token').click();
  await page.getByLabel('What it is for').fill('Backup script');
  await page.getByLabel('Last day').fill('2099-12-31');
  await button('Make token').click();
  const token = await page.getByRole('textbox', { name: 'Token' }).inputValue();
  const curl = await page.getByRole('textbox', { name: 'To try it in a terminal' }).inputValue();
  expect(curl).toBe(`curl -H "Authorization: Bearer ${token}" ${server.url}/api/readinglists`);
  await button('Copy: Token').click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(token);
  await expectAccessible(page, 'the new token');
  await button('Done').click();
  await row('Backup script')
    .getByText(/ends in 7\d years/)
    .waitFor();
  expect(await page.content()).not.toContain(token);

  const [made] = await apiOf(server.url, token)<{ current: boolean; kind: string; expiresAt: string }[]>(
    'GET',
    '/sessions',
  );
  expect(made).toMatchObject({ kind: 'token', current: true });
  expect(new Date(made?.expiresAt ?? 0).toLocaleDateString('sv')).toBe('2099-12-31');

  await row('Backup script').hover();
  await button('End token').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End token' }).click();
  await page.getByText('You have no API token.').waitFor();
  await expect(apiOf(server.url, token)('GET', '/notes')).rejects.toThrow('401');
});

test('a new password, typed twice, ends the other sessions but not this one', { timeout: 60_000 }, async () => {
  const other = await logInAs('curl/8.11.0');
  await page.getByRole('link', { name: 'Password' }).click();
  await field('password').fill('quite another one');
  await field('again').fill('quite another two');
  await button('Change password').click();
  await page.getByText('This is not the same as above.').waitFor();
  await apiOf(server.url, other)('GET', '/notes'); // nothing has happened yet
  await field('again').fill('quite another one');
  await button('Change password').click();
  await said('Your password is changed');
  expect(await field('password').inputValue()).toBe('');
  await expect(apiOf(server.url, other)('GET', '/notes')).rejects.toThrow('401');
  await expect(logInAs('curl/8.11.0', PASSWORD)).rejects.toThrow('401');
  await page.getByRole('link', { name: 'Sessions' }).click();
  await row('this one').waitFor();
});

test('light and dark are chosen here and stay', { timeout: 60_000 }, async () => {
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await page.getByRole('link', { name: 'Appearance' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await expect.poll(scheme).toBe('dark');
  await page.reload();
  await expect.poll(() => page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  expect(await scheme()).toBe('dark');
  await page.getByText('As the system').click();
  await expect.poll(scheme).toBe('light');
});

test('an ended session leads to the login and back to the same section', { timeout: 60_000 }, async () => {
  const token = await logInAs('curl/8.11.0', 'quite another one');
  await page.getByRole('link', { name: 'Sessions' }).click();
  await row('this one').waitFor();
  await apiOf(server.url, token)('DELETE', '/sessions'); // elsewhere somebody ends all others: the one of this page
  await page.getByText('Your session has ended').waitFor();
  await signIn(matti.username, 'quite another one');
  await page.waitForURL('**/settings/sessions');
  await row('this one').waitFor();
});

test('an expired session leads there too, in the midst of an action', { timeout: 60_000 }, async () => {
  await page.getByRole('link', { name: 'Profile' }).click();
  await field('name').fill('Matti the Third');
  await Session.update({ expiresAt: new Date(Date.now() - 1000) }, { where: {} });
  await button('Save profile').click();
  await page.getByText('Your session has ended').waitFor();
  await signIn(matti.username, 'quite another one');
  await page.waitForURL('**/settings/profile');
  await page.getByRole('heading', { name: 'Profile' }).waitFor();
  expect(complaints).toEqual([]);
});

/** Logs Matti in from another device. @returns the token. */
async function logInAs(userAgent: string, password = PASSWORD): Promise<string> {
  const response = await fetch(`${server.url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ username: matti.username, password }),
  });
  const answer = (await response.json()) as { token: string };
  if (!response.ok) throw new Error(`login: ${response.status}`);
  return answer.token;
}
