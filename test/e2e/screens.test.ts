/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  collectComplaints,
  DESKTOP,
  expectAccessible,
  launchBrowser,
  openContext,
  PHONE,
  useSession as signInAs,
  WIDE,
} from './browser.ts';
import { seedSample } from './sample.ts';
import { type RunningServer, startServer } from './server.ts';

/** A folder to leave a screenshot of every screen in: SCREENSHOTS=/tmp/shots npx vitest run test/e2e/screens.test.ts */
const { SCREENSHOTS } = process.env;

interface Screen {
  name: string;
  path: string;
  /** What is there when the screen is. */
  ready: string;
  signedOut?: boolean;
  open?: (page: Page) => Promise<void>;
}

/** Every screen there is; a new one adds a line. */
const SCREENS: Screen[] = [
  { name: 'login', path: '/login', ready: 'Sign in', signedOut: true },
  { name: 'sign-up', path: '/sign-up', ready: 'At least 8 characters', signedOut: true },
  { name: 'reading-list', path: '/', ready: 'Choose boring technology' },
  { name: 'reading-list-all', path: '/?tab=all&year=2019', ready: 'From 2019' },
  { name: 'reading-list-nothing', path: '/?search=nothing+has+this', ready: 'Nothing on your reading list fits' },
  { name: 'library', path: '/library', ready: 'Choose boring technology' },
  { name: 'add-blog', path: '/library?add=true', ready: 'Put it on my reading list too' },
  { name: 'blog', path: '/blogs/4', ready: 'The three rules at the end' },
  { name: 'blog-without-notes', path: '/blogs/8', ready: 'Nobody has written a note here' },
  { name: 'blog-unknown', path: '/blogs/999', ready: 'There is no blog at this address' },
  { name: 'notes', path: '/notes', ready: 'The three rules at the end' },
  { name: 'notes-all', path: '/notes?tab=all', ready: 'make illegal states unrepresentable' },
  { name: 'notes-by', path: '/notes?tab=all&user=2&search=deep', ready: 'By Ada Lovelace' },
  { name: 'notes-important', path: '/notes?tab=important', ready: 'The three rules at the end' },
  { name: 'notes-marked', path: '/notes?tab=marked', ready: 'What to take along' },
  { name: 'notes-nothing', path: '/notes?search=nothing+has+this', ready: 'No note fits' },
  {
    name: 'write-note',
    path: '/blogs/4',
    ready: 'The three rules at the end',
    open: async (page) => {
      await page.getByRole('button', { name: 'Write a note' }).click();
      await page.getByRole('textbox').fill('A **draft**');
    },
  },
  {
    name: 'preview-note',
    path: '/blogs/4',
    ready: 'The three rules at the end',
    open: async (page) => {
      await page.getByRole('button', { name: 'Write a note' }).click();
      await page.getByRole('textbox').fill('## A draft\n\n- one\n- **two**');
      await page.getByText('Preview').click();
      await page.getByRole('heading', { name: 'A draft' }).waitFor();
    },
  },
  {
    name: 'delete-note',
    path: '/notes',
    ready: 'The three rules at the end',
    open: async (page) => {
      await page.getByRole('button', { name: 'Delete' }).first().click();
      await page.getByText('goes for good').waitFor();
    },
  },
  { name: 'authors', path: '/authors', ready: 'Most liked' },
  { name: 'authors-nobody', path: '/authors?search=nobody+has+this', ready: 'No author has this' },
  { name: 'teams', path: '/teams', ready: 'Analytical engines' },
  { name: 'found-team', path: '/teams?add=true', ready: 'Found team' },
  { name: 'team', path: '/teams/1', ready: '2 members' },
  { name: 'team-long', path: '/teams/2', ready: '2 members' },
  { name: 'team-unknown', path: '/teams/999', ready: 'There is no team at this address' },
  { name: 'people', path: '/people', ready: 'ada@example.com' },
  { name: 'person', path: '/people/2', ready: 'Writing resilient components' },
  { name: 'person-notes', path: '/people/2?tab=notes', ready: 'ada@example.com' },
  { name: 'person-unknown', path: '/people/999', ready: 'There is nobody at this address' },
  {
    name: 'team-menu',
    path: '/teams/1',
    ready: '2 members',
    open: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Delete team' }).waitFor();
    },
  },
  {
    name: 'delete-team',
    path: '/teams/1',
    ready: '2 members',
    open: async (page) => {
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Delete team' }).click();
      await page.getByText('This cannot be undone').waitFor();
    },
  },
  {
    name: 'add-member',
    path: '/teams/3',
    ready: '1 member',
    open: async (page) => {
      await page.getByRole('button', { name: 'Add a member' }).click();
      await page.getByRole('combobox', { name: 'Who' }).fill('matti');
      await page.getByRole('option', { name: 'Matti Luukkainen' }).waitFor();
    },
  },
  { name: 'not-found', path: '/no-such-page', ready: 'There is no page at this address' },
  {
    name: 'palette',
    path: '/',
    ready: 'Choose boring technology',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByText('Add a blog').waitFor();
      await page.keyboard.type('a');
      await page.getByRole('dialog').getByText('Ada Lovelace').waitFor();
    },
  },
  {
    name: 'keys',
    path: '/',
    ready: 'Choose boring technology',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByText('List the keys').waitFor();
    },
  },
  {
    name: 'row-menu',
    path: '/library',
    ready: 'Choose boring technology',
    open: async (page) => {
      await page.getByRole('listitem').first().hover();
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Delete' }).waitFor();
    },
  },
  {
    name: 'filter',
    path: '/',
    ready: 'Choose boring technology',
    open: async (page) => {
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('textbox', { name: 'Year' }).waitFor();
    },
  },
];

const VIEWS = [
  { label: 'phone light', size: PHONE, scheme: 'light' },
  { label: 'phone dark', size: PHONE, scheme: 'dark' },
  { label: 'desktop light', size: DESKTOP, scheme: 'light' },
  { label: 'desktop dark', size: DESKTOP, scheme: 'dark' },
  ...(SCREENSHOTS
    ? ([
        { label: 'wide light', size: WIDE, scheme: 'light' },
        { label: 'wide dark', size: WIDE, scheme: 'dark' },
      ] as const)
    : []),
] as const;

let server: RunningServer;
let browser: Browser;
let token: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  token = (await seedSample(server.url)).matti.token;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

// Skipped unless asked for: 152 views take 10 minutes on 2 cores, and have not been seen green in one run yet.
describe.skipIf(!process.env.AXE_SWEEP && !SCREENSHOTS).each(VIEWS)('$label', ({ label, size, scheme }) => {
  test.each(SCREENS)('$name is accessible', { timeout: 60_000 }, async ({ name, path, ready, signedOut, open }) => {
    const context = await openContext(browser, server.url, { size, scheme });
    if (!signedOut) await signInAs(context, server.url, token);
    const page = await context.newPage();
    const complaints = collectComplaints(page);
    await page.goto(path);
    await page.getByText(ready).first().waitFor();
    await open?.(page);
    if (SCREENSHOTS) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${label.replace(' ', '-')}.png` });
    }
    await expectAccessible(page, `${name}, ${label}`);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow, 'pixels that stick out at the side').toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
