/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { Article } from '../../server/features/blogs/article.model.ts';
import { User } from '../../server/features/users/user.model.ts';
import { COLOUR_RULES, DESKTOP, expectAccessible, PHONE, useSession as signInAs, WIDE } from './browser.ts';
import { seedSample } from './sample.ts';
import { seedArticles } from './sample-articles.ts';
import { seedFeeds } from './sample-feeds.ts';
import type { Screen } from './screens/screen.ts';
import { SETTINGS } from './screens/settings.ts';
import { STATES } from './screens/states.ts';
import { apiOf, signUp } from './server.ts';
import { useServer } from './use-server.ts';

/** A folder to leave screenshots in: SCREENSHOTS=/tmp/shots npm run test:browser -- screens [-t library] */
const { SCREENSHOTS } = process.env;

/** The screens as somebody meets them; a new one adds a line. */
const SCREENS: Screen[] = [
  { name: 'login', path: '/login', ready: 'Sign in', signedOut: true },
  { name: 'sign-up', path: '/sign-up', ready: 'At least 8 characters', signedOut: true },
  { name: 'reading-list', path: '/', ready: 'Choose boring technology' },
  { name: 'reading-list-all', path: '/?tab=all&year=2019', ready: 'From 2019' },
  { name: 'reading-list-tagged', path: '/?tab=all&tag=craft&starred=true', ready: 'Tagged craft' },
  {
    name: 'tags',
    path: '/',
    ready: 'Choose boring technology',
    open: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('T');
      await page.getByRole('combobox', { name: 'Tags' }).fill('d');
      await page.getByRole('option', { name: 'databases' }).waitFor();
    },
  },
  { name: 'reading-list-nothing', path: '/?search=nothing+has+this', ready: 'Nothing on your reading list fits' },
  { name: 'library', path: '/library', ready: 'Choose boring technology' },
  { name: 'add-blog', path: '/library?add=true', ready: 'Put it on my reading list too' },
  { name: 'blog', path: '/blogs/4', ready: 'The three rules at the end' },
  { name: 'blog-without-notes', path: '/blogs/8', ready: 'Nobody has written a note here' },
  { name: 'blog-waiting', path: '/blogs/7', ready: 'The page is being fetched' },
  { name: 'blog-not-fetched', path: '/blogs/11', ready: 'has no page at this address' },
  { name: 'inbox', path: '/inbox', ready: 'Goodbye, clean code' },
  { name: 'inbox-of-feed', path: '/inbox?feed=1', ready: 'From overreacted' },
  { name: 'feeds', path: '/feeds', ready: 'names no feed on this page' },
  { name: 'follow-feed', path: '/feeds?add=true', ready: 'its page says where the feed is' },
  { name: 'admin-jobs', path: '/admin/jobs', ready: 'Fetch a page' },
  { name: 'blog-unknown', path: '/blogs/999', ready: 'There is no blog at this address' },
  { name: 'blog-with-text', path: '/blogs/6', ready: 'We spent both in the first month.' },
  { name: 'read', path: '/blogs/6/read', ready: 'What a token buys' },
  { name: 'read-right-to-left', path: '/blogs/8/read', ready: 'خير جليس في الزمان كتاب' },
  { name: 'read-without-text', path: '/blogs/10/read', ready: 'not to keep copies' },
  { name: 'read-unknown', path: '/blogs/999/read', ready: 'There is no blog at this address' },
  {
    name: 'read-code-and-table',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: (page) => page.locator('pre').evaluate((code) => code.scrollIntoView()),
  },
  {
    name: 'read-end',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: (page) =>
      page
        .getByRole('button', { name: /Mark as read|Add to my list/ })
        .last()
        .scrollIntoViewIfNeeded(),
  },
  {
    name: 'read-passage',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: async (page) => {
      await page.locator('mark', { hasText: 'Spend one on the database' }).click();
      await page.getByText('We spent both in the first month.').first().waitFor();
    },
  },
  {
    name: 'read-select',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: async (page) => {
      await page.keyboard.press('j');
      await page.getByRole('toolbar', { name: 'The selected words' }).waitFor();
    },
  },
  {
    name: 'read-highlights-for',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: async (page) => {
      await page.keyboard.press('j');
      await page.getByRole('button', { name: 'Who sees my highlights' }).click();
      await page.getByRole('menuitem', { name: 'Database club' }).waitFor();
    },
  },
  {
    name: 'read-write-note',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('n');
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  {
    name: 'read-looks',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: async (page) => {
      await page.getByRole('button', { name: 'How the text looks' }).click();
      await page.getByText('Always show pictures').waitFor();
    },
  },
  {
    name: 'read-contents',
    path: '/blogs/6/read',
    ready: 'What a token buys',
    open: async (page) => {
      const button = page.getByRole('button', { name: 'Contents' });
      if (await button.count()) await button.click();
      await page.getByRole('navigation', { name: 'Contents' }).getByText('Ask these three').waitFor();
    },
  },
  { name: 'search', path: '/search', ready: 'Finds words in titles' },
  { name: 'search-found', path: '/search?q=rules+OR+tecnology+OR+states', ready: 'make illegal states' },
  { name: 'search-similar', path: '/search?q=tecnology', ready: 'Similar spelling' },
  { name: 'search-refused', path: '/search?q=is:later', ready: 'is: takes unread, read or starred' },
  { name: 'search-nothing', path: '/search?q=nothinghasthis', ready: 'Nothing has these words' },
  { name: 'save', path: '/save?url=https://a.example/x&title=A+page', ready: 'A page' },
  { name: 'from-anywhere', path: '/settings/from-anywhere', ready: 'Save to Carrel' },
  { name: 'notes', path: '/notes', ready: 'The three rules at the end' },
  { name: 'notes-all', path: '/notes?tab=all', ready: 'We spent both in the first month' },
  { name: 'notes-by', path: '/notes?tab=all&user=2&search=deep', ready: 'By Ada Lovelace' },
  { name: 'notes-important', path: '/notes?tab=important', ready: 'The three rules at the end' },
  { name: 'notes-marked', path: '/notes?tab=marked', ready: 'What to take along' },
  { name: 'notes-team', path: '/notes?tab=all&team=1', ready: 'People learn what they' },
  { name: 'notes-mentions', path: '/notes?tab=mentions', ready: 'People learn what they' },
  { name: 'team-marked', path: '/teams/1/marked', ready: 'Marked by Matti Luukkainen' },
  { name: 'note', path: '/notes/11', ready: 'Then I bring the slides' },
  { name: 'note-unknown', path: '/notes/999', ready: 'There is no note at this address' },
  {
    name: 'blog-talk',
    path: '/blogs/10',
    ready: 'People learn what they',
    open: async (page) => {
      await page.getByRole('button', { name: '2 replies' }).click();
      await page.getByText('Then I bring the slides').waitFor();
      await page.getByRole('textbox', { name: 'Reply to Ada Lovelace' }).fill('Ask ');
      await page.keyboard.type('@ad');
      await page.getByRole('option', { name: 'Ada Lovelace' }).waitFor();
    },
  },
  {
    name: 'react',
    path: '/blogs/10',
    ready: 'People learn what they',
    open: async (page) => {
      await page.getByRole('button', { name: 'React' }).first().click();
      await page.getByRole('menuitem', { name: 'Not sure' }).waitFor();
    },
  },
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
  { name: 'team-week', path: '/teams/1?show=week', ready: 'Nothing is due this week' },
  { name: 'team-matrix', path: '/teams/1?tab=matrix', ready: 'of 2 have read' },
  { name: 'team-members', path: '/teams/1?tab=members', ready: 'Invite by a link' },
  { name: 'team-long', path: '/teams/2', ready: '2 members' },
  {
    name: 'share-blog',
    path: '/teams/1?add=true',
    ready: 'Put on the list',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Blog' }).fill('boring');
      await page.getByRole('option', { name: /Parse/ }).waitFor({ state: 'detached' });
      await page.getByRole('option', { name: /Choose boring technology/ }).waitFor();
    },
  },
  {
    name: 'invite',
    path: '/teams/1?tab=members',
    ready: 'Invite by a link',
    open: async (page) => {
      await page.getByRole('button', { name: 'Invite by a link' }).click();
      await page.getByRole('button', { name: 'Make a link' }).waitFor();
    },
  },
  { name: 'invitation-unknown', path: '/invite/nothing', ready: 'does not open anything', signedOut: true },
  { name: 'team-unknown', path: '/teams/1e3', ready: 'There is no team at this address' },
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
    path: '/teams/3?tab=members',
    ready: '1 member',
    open: async (page) => {
      await page.getByRole('button', { name: 'Add a member' }).click();
      await page.getByRole('combobox', { name: 'Who' }).fill('matti');
      await page.getByRole('option', { name: 'Matti Luukkainen' }).waitFor();
    },
  },
  { name: 'activity', path: '/activity', ready: 'For you' },
  { name: 'activity-team', path: '/activity?team=1', ready: 'joined the team' },
  { name: 'statistics', path: '/statistics', ready: 'By year of publication' },
  { name: 'statistics-team', path: '/statistics?team=1&unit=month', ready: 'By member' },
  { name: 'audit', path: '/admin/audit', ready: 'Signed in' },
  { name: 'not-found', path: '/no-such-page', ready: 'There is no page at this address' },
  { name: 'section-unknown', path: '/settings/no-such-section', ready: 'There is no page at this address' },
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

/** With axe, in every size and scheme, or only whether each screen comes up: `npm run test:browser`, or `npm test`. */
const isWhole = Boolean(SCREENSHOTS) || inject('looksClosely');
const SCHEMES = ['light', 'dark'] as const;
const SIZES = { desktop: DESKTOP, ...(isWhole && { phone: PHONE }), ...(SCREENSHOTS && { wide: WIDE }) };

interface Window {
  label: string;
  page: Page;
  complaints: string[];
  /** What it shows. */
  shown?: Screen;
}

const server = useServer();
let tokens: { matti: string; newcomer: string };
let windows: Window[];

beforeAll(async () => {
  const { matti, ada } = await seedSample(server.url);
  await seedArticles(matti.call, ada.call);
  tokens = { matti: matti.token, newcomer: (await signUp(server.url, 'Nils Newcomer')).token };
  await apiOf(server.url)('POST', '/login', { username: matti.username, password: matti.password }); // a second session to end
  await seedFeeds((await User.findOne({ where: { name: 'Matti Luukkainen' }, rejectOnEmpty: true })).id);
  // One page that is on its way and one that cannot be had; nothing fetches them here.
  for (const id of [7, 11]) await matti.call('POST', `/blogs/${id}/fetch`);
  await Article.update(
    { state: 'failed', reason: 'example.org has no page at this address (status 404).' },
    { where: { blogId: 11 } },
  );
  windows = await Promise.all(
    Object.entries(SIZES).map(async ([label, size]) => {
      const { page, complaints } = await server.open(undefined, { size });
      return { label, page, complaints };
    }),
  );
});

// A screen is loaded once for each size and then shown in both schemes: a load for each of the four views took five times as long.
// What opens over a screen is left to the close look.
const LOOKED_AT = [...SCREENS, ...STATES, ...SETTINGS].filter(({ open }) => isWhole || !open);

test.each(LOOKED_AT)('$name', { timeout: 60_000 }, async (screen) => {
  await Promise.all(windows.map((window) => checkScreen(screen, window)));
});

async function checkScreen(screen: Screen, window: Window) {
  const { name } = screen;
  const { label, page, complaints } = window;
  complaints.length = 0;
  await page.emulateMedia({ colorScheme: 'light' });
  await (isNear(screen, window.shown) ? goTo(page, screen.path) : load(page, screen));
  window.shown = undefined;
  await page.getByText(screen.ready).filter({ visible: true }).first().waitFor();
  await screen.open?.(page);
  for (const scheme of isWhole ? SCHEMES : []) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
    if (SCREENSHOTS) await page.screenshot({ path: `${SCREENSHOTS}/${name}-${label}-${scheme}.png` });
    // Nothing but colours differs in the dark.
    await expectAccessible(page, `${name}, ${label}, ${scheme}`, scheme === 'dark' ? COLOUR_RULES : undefined);
  }
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect(overflow, `${name}, ${label}: pixels that stick out at the side`).toBeLessThanOrEqual(0);
  expect(complaints, `${name}, ${label}: what the page complained about`).toEqual([]);
  window.shown = screen;
}

/** Whether one can go there from what is shown: the same reader, signed in, and nothing open or arranged. */
function isNear(next: Screen, shown: Screen | undefined): boolean {
  if (!shown || next.before || shown.before || shown.open) return false;
  return !next.signedOut && !shown.signedOut && next.newcomer === shown.newcomer;
}

/** As a link would lead there. By way of nowhere, so that nothing of the last screen is taken for the next one. */
async function goTo(page: Page, path: string) {
  for (const next of ['/nowhere', path]) {
    await page.evaluate((address) => history.pushState({}, '', address), next);
    if (next !== path) await page.getByText('There is no page at this address').waitFor();
  }
}

async function load(page: Page, { path, signedOut, newcomer, before }: Screen) {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().clearCookies();
  if (!signedOut) await signInAs(page.context(), server.url, newcomer ? tokens.newcomer : tokens.matti);
  await before?.(page);
  await page.goto(path);
}
