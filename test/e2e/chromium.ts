import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };
export const WIDE = { width: 1920, height: 1080 };

const PACKAGE = path.resolve(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../..');
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without its sandbox, which root may not have, and without the graphics card that it would play itself at half the processor's time. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'];
const PATIENCE_MS = 20_000;
/** Slows the pages down by so many times, to find tests that only hold on a quick machine: SLOWER=6 npm run test:browser */
const SLOWER = Number(process.env.SLOWER ?? 0);

/** A headless Chromium: the one at CHROME_PATH, on Linux (x64) the one that npm brought, elsewhere the installed one. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return chromium.launch({ executablePath: CHROME_PATH });
  if (process.platform === 'linux' && process.arch === 'x64')
    return chromium.launch({ executablePath: await unpackBrowser(), args: ARGS });
  const executablePath = INSTALLED.find((file) => existsSync(file));
  if (!executablePath) throw new Error('No Chrome was found. Say where it is: CHROME_PATH=/path/to/chrome npm test');
  return chromium.launch({ executablePath });
}

/**
 * Unpacks the browser that npm brought, once a machine. The package unpacks straight to where it runs from, so of two test files
 * that start together one would run half a browser: unpacked aside and renamed, it is there whole or not at all.
 */
async function unpackBrowser(): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  const folder = path.join(os.tmpdir(), `carrel-chromium-${version}-${os.userInfo().uid}`);
  if (!existsSync(folder)) {
    const aside = mkdtempSync(`${folder}-`);
    const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    execFileSync(process.execPath, ['--eval', unpack], { cwd: PACKAGE, env: { ...process.env, TMPDIR: aside } });
    try {
      renameSync(aside, folder);
    } catch {
      rmSync(aside, { recursive: true }); // the other file was quicker
    }
  }
  return path.join(folder, 'chromium');
}

interface View {
  size?: { width: number; height: number };
  scheme?: 'light' | 'dark';
  /** With the service worker, for what is read without a connection. */
  offline?: boolean;
}

/** A window of its own, signed out. A phone has touch and no hover. */
export async function openContext(
  browser: Browser,
  url: string,
  { size = DESKTOP, scheme = 'light', offline = false }: View = {},
) {
  const isPhone = size.width < 640;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: scheme,
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'reduce',
    serviceWorkers: offline ? 'allow' : 'block', // it fetches every file of the client once, for each window
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (SLOWER) context.on('page', (page) => void slowDown(page, SLOWER).catch(() => {}));
  return context;
}

/** Has a page compute as a machine would that is `rate` times slower. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Gives a window the session of a token, as if it had signed in. */
export async function useSession(context: BrowserContext, url: string, token: string): Promise<void> {
  await context.addCookies([{ name: 'carrel_session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
}
