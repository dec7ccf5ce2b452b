import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** The header in which a page of the web client says which page it is. */
export const PAGE_HEADER = 'x-carrel-page';

/** Runs `work` as done from a page: that page shows its own changes already and is not told of them. */
export function asPage(page: string, work: () => void): void {
  storage.run(page, work);
}

/** The page that the running request came from, if it said so. */
export function originPage(): string | null {
  return storage.getStore() ?? null;
}

/** Whether this may be a page's name: short, of letters, digits and hyphens. */
export function isPageName(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{8,40}$/.test(text);
}
