import { AsyncLocalStorage } from 'node:async_hooks';

/** Where the running request comes from. */
interface Caller {
  ip: string;
  /** The page of the web client that it was made on, if it said so. */
  page: string | null;
}

const storage = new AsyncLocalStorage<Caller>();

/** Runs `work` as asked for by a caller, so that what records or publishes far below need not have it handed down. */
export function calledBy(caller: Caller, work: () => void): void {
  storage.run(caller, work);
}

/** The caller of the running request; none for a command and for a job. */
export function caller(): Caller | undefined {
  return storage.getStore();
}

/** The header in which a page says which one it is: it shows its own changes already and is not told of them. */
export const PAGE_HEADER = 'x-carrel-page';

/** Whether this may be a page's name: short, of letters, digits and hyphens. */
export function isPageName(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{8,40}$/.test(text);
}
