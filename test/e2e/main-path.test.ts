/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { apiOf } from './server.ts';
import { useServer } from './use-server.ts';

const server = useServer();
let page: Page;
let complaints: string[];

beforeAll(async () => {
  ({ page, complaints } = await server.open());
});

const row = (title: string) => page.getByRole('listitem').filter({ hasText: title });
const tab = (name: RegExp) => page.getByRole('button', { name }).and(page.locator('[aria-pressed]'));

test('from an empty server to a read blog', { timeout: 120_000 }, async () => {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Create the first account' }).waitFor();
  await page.getByLabel('Name').fill('Matti Luukkainen');
  await page.getByLabel('E-mail').fill('mluukkai@iki.fi');
  await page.locator('input[name=password]').fill('a good password');
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.getByText('Your reading list is empty').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Add a blog' }).last().click();
  await page.getByLabel('Address').fill('https://overreacted.io/clean-react');
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Clean React');
  await page.getByRole('textbox', { name: 'Author', exact: true }).fill('Dan Abramov');
  await page.getByRole('textbox', { name: 'Year', exact: true }).fill('2020');
  await page.getByRole('button', { name: 'Add blog' }).click();

  await row('Clean React').getByText('Dan Abramov · overreacted.io · 2020').waitFor();
  await tab(/^Unread 1$/).waitFor();
  await row('Clean React').hover();
  await row('Clean React').getByRole('button', { name: 'Mark as read' }).click();
  await page.getByText('You have read everything on your list').waitFor();
  await tab(/^Unread 0$/).waitFor();

  const undone = page.waitForResponse((response) => response.request().postData()?.includes('"read":false') ?? false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row('Clean React').waitFor();
  await tab(/^Unread 1$/).waitFor();
  await undone;
  await page.reload(); // what is on the screen is what the server has
  await row('Clean React').waitFor();
});

test('by keyboard: move, like, mark as read, search, keys, palette', { timeout: 120_000 }, async () => {
  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('Clean React');
  await page.keyboard.press('l');
  await row('Clean React').getByRole('img', { name: '1 like' }).waitFor();
  await page.keyboard.press('f');
  await row('Clean React').getByRole('img', { name: 'Starred' }).waitFor();
  await page.keyboard.press('T');
  await page.getByRole('combobox', { name: 'Tags' }).fill('React, to do,');
  await page.getByRole('button', { name: 'Save' }).click();
  await row('Clean React').getByRole('link', { name: '#to do' }).click();
  await page.waitForURL(/tag=to/);
  await page.getByRole('button', { name: 'Remove filter Tagged to do' }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: 'Only starred' }).check();
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/starred=true/);
  await row('Clean React').waitFor();
  await page.goto('/'); // what was shown at once is what the server has
  await row('Clean React').getByRole('link', { name: '#React' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.getByText('You have read everything on your list').waitFor();
  await page.keyboard.press('z');
  await row('Clean React').waitFor();

  await page.keyboard.press('/');
  await page.keyboard.type('clean');
  await page.waitForURL(/search=clean/);
  await row('Clean React').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.search);

  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Mark as read, or unread again').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Go to or do anything' }).waitFor();
  await page.keyboard.type('libr');
  await page.getByRole('dialog').getByText('Library').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/library/);
  await row('Clean React').waitFor();
});

test('no script reads the session’s cookie, none stands in the page itself, and no other page holds ours in a frame', {
  timeout: 120_000,
}, async () => {
  const other = await page.context().newPage();
  const policy = (await other.goto('/'))?.headers()['content-security-policy']?.split(';') ?? [];
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  await other.getByText('Clean React').waitFor();
  expect(await other.evaluate('document.cookie')).toBe('');
  expect(await page.context().cookies()).toMatchObject([{ name: 'carrel_session', httpOnly: true, sameSite: 'Lax' }]);

  const broken = await other.evaluate<string>(`new Promise((tell) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => tell(effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
  })`);
  expect(broken).toBe('script-src-elem');
  expect(await other.evaluate('window.ran')).toBeUndefined();

  await other.goto('about:blank');
  await other.setContent(`<iframe src="${server.url}/"></iframe>`, { waitUntil: 'load' });
  expect(await other.frames()[1]?.content()).not.toContain('Carrel');
  await other.close();
});

test('a refused change is taken back and says why', { timeout: 120_000 }, async () => {
  await page.goto('/');
  await page.route('**/api/readinglists/*', (route) =>
    route.fulfill({ status: 503, json: { error: 'the database cannot be reached at the moment; try again' } }),
  );
  await row('Clean React').hover();
  await row('Clean React').getByRole('button', { name: 'Mark as read' }).click();
  await page.getByText('was not marked as read. The database cannot be reached at the moment; try again.').waitFor();
  await row('Clean React').waitFor();
  await tab(/^Unread 1$/).waitFor();
  await page.unroute('**/api/readinglists/*');
});

test('an address that is in the library already is said while adding', { timeout: 120_000 }, async () => {
  await page.goto('/library?add=true');
  await page.getByLabel('Address').fill('https://overreacted.io/clean-react');
  await page.getByText('“Clean React” is in the library at this address already').waitFor();
  await page.keyboard.press('Escape');
});

test('an ended session leads to the login and back to the same page', { timeout: 120_000 }, async () => {
  await page.goto('/library?sort=title');
  await row('Clean React').waitFor();
  await endSessions();
  await page.getByLabel('Search title or author').fill('rea');
  await page.getByText('Your session has ended').waitFor();
  await page.getByLabel('E-mail').fill('mluukkai@iki.fi');
  await page.locator('input[name=password]').fill('wrong password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Invalid username or password').waitFor();
  await page.locator('input[name=password]').fill('a good password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/library\?.*sort=title/);
  await row('Clean React').waitFor();
});

test('on a slow way to the login something else is clicked: it says why all the same', {
  timeout: 120_000,
}, async () => {
  let arrive = () => {};
  const onTheWay = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.goto('/library');
  await row('Clean React').waitFor();
  await page.route('**/assets/login-*.js', async (route) => {
    await onTheWay;
    await route.continue();
  });
  await endSessions();
  const refused = page.waitForResponse((response) => response.status() === 401);
  await page.getByLabel('Search title or author').fill('rea');
  await refused;
  await page.getByRole('link', { name: 'Authors' }).click();
  arrive();
  await page.getByText('Your session has ended').waitFor();
  await page.unrouteAll();
  await page.getByLabel('E-mail').fill('mluukkai@iki.fi');
  await page.locator('input[name=password]').fill('a good password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/authors/);
});

test('signing out ends it', { timeout: 120_000 }, async () => {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/login/);
  await page.goto('/');
  await page.waitForURL(/\/login/);
  expect(complaints).toEqual([]);
});

/** Somebody ends all other sessions on another device: that of the page. */
async function endSessions(): Promise<void> {
  const login = { username: 'mluukkai@iki.fi', password: 'a good password' };
  const { token } = await apiOf(server.url)<{ token: string }>('POST', '/login', login);
  await apiOf(server.url, token)('DELETE', '/sessions');
}
