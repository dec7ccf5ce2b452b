/**
 * Takes the screenshots of the README into docs/images/, on a server of its own that holds the library of `carrel demo`:
 *
 *   npm run screenshots
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadDemo } from '../../server/commands/demo/load.ts';
import { openEmbeddedInMemory } from '../../server/database/embedded.ts';
import { launchBrowser, openContext, useSession } from './chromium.ts';
import { apiOf, serve } from './server.ts';

const FOLDER = path.resolve('docs/images'); // npm runs scripts in the package's folder
const PASSWORD = 'to look at only';
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

interface Shot {
  name: string;
  path: string;
  size: typeof DESK;
  scheme: 'light' | 'dark';
  /** What is there when the picture can be taken. */
  ready: (page: Page) => Promise<unknown>;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const row = (page: Page) => page.getByRole('main').getByRole('listitem').first().waitFor();

const SHOTS: Shot[] = [
  {
    name: 'reading-list',
    path: '/',
    size: DESK,
    scheme: 'light',
    ready: async (page) => {
      await row(page);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
    },
  },
  { name: 'blog', path: '/blogs/BLOG', size: DESK, scheme: 'light', ready: heading('Notes') },
  { name: 'authors-dark', path: '/authors', size: DESK, scheme: 'dark', ready: heading('Most liked') },
  { name: 'phone', path: '/library', size: PHONE, scheme: 'dark', ready: row },
];

async function take(browser: Browser, url: string, token: string, { name, path: address, size, scheme, ready }: Shot) {
  const context = await openContext(browser, url, { size, scheme });
  await useSession(context, url, token);
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  if (size === DESK) await page.getByRole('list', { name: 'Your teams' }).waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await context.close();
}

/** The blog with the most notes that Aino sees. */
async function mostNoted(url: string, token: string): Promise<number> {
  const blogs = await apiOf(url, token)<{ id: number; noteCount: number }[]>('GET', '/blogs?noteCounts=1&limit=500');
  return blogs.sort((a, b) => b.noteCount - a.noteCount)[0]?.id ?? 0;
}

const [server, browser] = await Promise.all([openEmbeddedInMemory().then((engine) => serve(engine)), launchBrowser()]);
try {
  await loadDemo(PASSWORD);
  const login = { username: 'aino@example.com', password: PASSWORD };
  const { token } = await apiOf(server.url)<{ token: string }>('POST', '/login', login);
  const blog = await mostNoted(server.url, token);
  mkdirSync(FOLDER, { recursive: true });
  for (const shot of SHOTS)
    await take(browser, server.url, token, { ...shot, path: shot.path.replace('BLOG', String(blog)) });
} finally {
  await browser.close();
  await server.stop();
}
