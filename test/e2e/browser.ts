import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export { DESKTOP, launchBrowser, openContext, PHONE, useSession, WIDE } from './chromium.ts';

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
    // The server's word, or none because a test keeps it away: not a fault of the page.
    const isExpected = /Failed to load resource.*(40\d|503|ERR_FAILED)/.test(message.text());
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return complaints;
}
