import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, signUp, startServer } from './server.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../extension');
/** The browser that npm brings has no extensions. One of Debian's does; a Chrome with the brand no longer loads them from a folder. */
const BROWSER = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (file) => file && existsSync(file),
);

describe.skipIf(!BROWSER)(
  'the extension (needs a Chromium that loads one: apt install chromium, or CHROMIUM_PATH)',
  () => {
    let server: RunningServer;
    let context: BrowserContext;
    let ann: Awaited<ReturnType<typeof signUp>>;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-extension-'));
    // A folder's path is what its extension is called by.
    const id = Array.from(
      createHash('sha256').update(path.join(folder, 'extension')).digest('hex').slice(0, 32),
      (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)),
    ).join('');
    const at = (page: string) => `chrome-extension://${id}/${page}`;

    beforeAll(async () => {
      server = await startServer();
      ann = await signUp(server.url, 'Ann');
      await ann.call('POST', '/teams', { name: 'toska' });
      cpSync(SOURCES, path.join(folder, 'extension'), { recursive: true });
      // The leave that a reader gives by a click in a dialog of the browser, which no test can click.
      const file = path.join(folder, 'extension/manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
      context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
        executablePath: BROWSER,
        headless: false, // the old headless has no extensions
        ignoreDefaultArgs: ['--disable-extensions'],
        args: [
          '--headless=new',
          `--disable-extensions-except=${path.join(folder, 'extension')}`,
          `--load-extension=${path.join(folder, 'extension')}`,
        ],
      });
      context.setDefaultTimeout(20_000);
    }, 180_000);

    afterAll(async () => {
      await context?.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('is told where the server is, and tries it at once', async () => {
      const page = await context.newPage();
      await page.goto(at('options.html'));
      await page.getByLabel('Address of your server').fill(`${server.url}/library?x`);
      await page.getByLabel('API token').fill('no such token');
      await page.getByRole('button', { name: 'Save and try' }).click();
      await page.getByText('does not know this API token').waitFor();
      const { token } = await ann.call<{ token: string }>('POST', '/sessions', { label: 'extension' });
      await page.getByLabel('API token').fill(token);
      await page.getByRole('button', { name: 'Save and try' }).click();
      await page.getByText('Connected as Ann').waitFor();
      await page.close();
    });

    test('saves the page of the tab in front to one’s list, and to a team’s with a note', async () => {
      const tab = await context.newPage();
      await tab.goto(`${server.url}/api/docs/`);
      const popup = await context.newPage();
      const openPopup = async () => {
        await popup.goto(at('options.html'));
        await tab.bringToFront(); // as it is when the popup opens over it
        await popup.goto(at('popup.html'));
        await popup.getByText(tab.url()).waitFor();
      };
      await openPopup();
      await popup.getByRole('button', { name: 'Save this page' }).click();
      await popup.getByText('Saved to My reading list.').waitFor();
      const list = await ann.call<{ blog: { id: number; url: string } }[]>('GET', '/readinglists');
      expect(list).toMatchObject([{ read: false, blog: { url: tab.url() } }]);
      expect(await popup.getByRole('link', { name: 'Open it in Carrel' }).getAttribute('href')).toBe(
        `${server.url}/blogs/${list[0]?.blog.id}`,
      );

      await openPopup();
      await popup.getByLabel('Save to').selectOption('The list of toska');
      await popup.getByLabel('Note (optional)').fill('For our next evening');
      await popup.getByLabel('Only I may see the note').check();
      await popup.getByRole('button', { name: 'Save this page' }).click();
      await popup.getByText('Saved to The list of toska.').waitFor();
      expect(await ann.call('GET', '/teams/1/readings')).toMatchObject([{ blog: { url: tab.url() } }]);
      expect(await ann.call('GET', '/notes')).toMatchObject([
        { content: 'For our next evening', blogId: list[0]?.blog.id, shared: false },
      ]);

      await openPopup();
      await popup.getByLabel('Save to').selectOption('The list of toska');
      await popup.getByRole('button', { name: 'Save this page' }).click();
      await popup.getByText('This blog is already on the list of this team.').waitFor();
    });
  },
);

test('npm run build:extension packs all that the extension needs', () => {
  execFileSync(process.execPath, [path.join(SOURCES, 'build.js')]);
  const zip = readFileSync(path.join(SOURCES, '../dist/save-to-carrel.zip'));
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  const names = zip.toString('latin1');
  for (const name of [
    'manifest.json',
    'popup.html',
    'popup.js',
    'options.js',
    'carrel.js',
    'style.css',
    'icon-128.png',
  ])
    expect(names).toContain(name);
  expect(names).not.toContain('build.js');
});
