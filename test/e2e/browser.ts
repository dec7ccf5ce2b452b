import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };
export const WIDE = { width: 1920, height: 1080 };

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Its flags are made for a function service: in one process, closing a window takes the whole browser down. */
const ARGS = sparticuz.args.filter((flag) => !/^--(single-process|no-zygote)/.test(flag));
const PATIENCE_MS = 20_000;

/** A headless Chromium: the one at CHROME_PATH, on Linux (x64) the one that npm brought, elsewhere the installed one. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return chromium.launch({ executablePath: CHROME_PATH });
  if (process.platform === 'linux' && process.arch === 'x64')
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ARGS });
  const executablePath = INSTALLED.find((file) => existsSync(file));
  if (!executablePath) throw new Error('No Chrome was found. Say where it is: CHROME_PATH=/path/to/chrome npm test');
  return chromium.launch({ executablePath });
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
  return context;
}

/** Gives a window the session of a token, as if it had signed in. */
export async function useSession(context: BrowserContext, url: string, token: string): Promise<void> {
  await context.addCookies([{ name: 'carrel_session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** What axe can find where only the colours have changed since it last looked. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Fails with what axe found on a page, each with its place. */
export async function expectAccessible(page: Page, where: string, rules?: string[]): Promise<void> {
  const isThere = await page.evaluate<boolean>('Boolean(window.axe)'); // since the last look at the same page
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode() // otherwise each look opens one more page to put frames together, which takes longer than looking
    .options({ resultTypes: ['violations'], preload: false });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
  expect(found, `${where}: what axe found`).toEqual([]);
}

/** Collects what a page complains about: script errors and refusals of the Content-Security-Policy. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isExpected = /Failed to load resource.*(40\d|503)/.test(message.text()); // the server's word, not a fault of the page
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return complaints;
}
