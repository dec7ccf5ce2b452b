import type { Page } from 'playwright-core';
import type { Screen } from './screen.ts';

const REFUSAL = { status: 503, json: { error: 'the database cannot be reached at the moment; try again' } };

const answer = (path: string, json: unknown) => (page: Page) => page.route(path, (route) => route.fulfill({ json }));
const refuse = (path: string) => (page: Page) => page.route(path, (route) => route.fulfill(REFUSAL));
const neverAnswer = (path: string) => (page: Page) => page.route(path, () => {});
const status = (part: object) => answer('**/api/status', { firstRun: false, signup: 'open', user: null, ...part });
const loading = (page: Page) => page.getByRole('status', { name: 'Loading' }).first().waitFor();

/** What is there before there is anything, while it comes, and when it does not come. */
export const STATES: Screen[] = [
  {
    name: 'welcome',
    path: '/welcome',
    ready: 'Create the first account',
    signedOut: true,
    before: status({ firstRun: true }),
  },
  {
    name: 'sign-up-closed',
    path: '/sign-up',
    ready: 'Ask an admin',
    signedOut: true,
    before: status({ signup: 'closed' }),
  },
  { name: 'login-ended', path: '/login?ended=true&from=/notes', ready: 'Your session has ended', signedOut: true },
  {
    name: 'login-refused',
    path: '/login',
    ready: 'Sign in',
    signedOut: true,
    open: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.com');
      await page.locator('input[name=password]').fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('Invalid username or password').waitFor();
    },
  },

  { name: 'reading-list-empty', path: '/', ready: 'Your reading list is empty', newcomer: true },
  {
    name: 'reading-list-loading',
    path: '/',
    ready: 'Add a blog',
    before: neverAnswer('**/api/readinglists*'),
    open: loading,
  },
  {
    name: 'reading-list-refused',
    path: '/',
    ready: 'The database cannot be reached',
    before: refuse('**/api/readinglists*'),
  },
  {
    name: 'reading-list-unreachable',
    path: '/',
    ready: 'The server cannot be reached',
    before: (page) => page.route('**/api/readinglists*', (route) => route.abort()),
  },
  {
    name: 'library-empty',
    path: '/library',
    ready: 'Nobody has added a blog yet',
    before: answer('**/api/blogs*', []),
  },
  { name: 'blog-loading', path: '/blogs/4', ready: 'Go to', before: neverAnswer('**/api/blogs/4'), open: loading },
  { name: 'blog-refused', path: '/blogs/4', ready: 'The database cannot be reached', before: refuse('**/api/blogs/4') },
  {
    name: 'authors-empty',
    path: '/authors',
    ready: 'No blog in the library names',
    before: answer('**/api/authors*', []),
  },
  { name: 'notes-empty', path: '/notes', ready: 'Write a note', newcomer: true },
  { name: 'notes-loading', path: '/notes', ready: 'Write a note', before: neverAnswer('**/api/notes*'), open: loading },
  { name: 'teams-empty', path: '/teams', ready: 'Found', newcomer: true, before: answer('**/api/teams*', []) },
  {
    name: 'settings-tags-loading',
    path: '/settings/tags',
    ready: 'Nobody else sees them',
    before: neverAnswer('**/api/tags*'),
    open: loading,
  },
  {
    name: 'settings-tags-refused',
    path: '/settings/tags',
    ready: 'The database cannot be reached',
    before: refuse('**/api/tags*'),
  },
  { name: 'person-empty', path: '/people/3', ready: 'You have not added a blog yet', newcomer: true },

  {
    name: 'message',
    path: '/',
    ready: 'Choose boring technology',
    before: (page) => page.route('**/api/readinglists/*', (route) => route.fulfill({ json: {} })),
    open: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'message-refused',
    path: '/',
    ready: 'Choose boring technology',
    before: refuse('**/api/readinglists/*'),
    open: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      await page.getByText('was not marked as read').waitFor();
    },
  },
  {
    name: 'account-menu',
    path: '/',
    ready: 'Choose boring technology',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Account of|More$)/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    },
  },
];
