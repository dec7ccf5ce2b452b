import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseAllowList } from './addresses.ts';
import { ReaderError } from './readerError.ts';
import { asReaderError, type Connection, type Resolve, request } from './request.ts';

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 15_000;

/** All optional. `allow` holds hosts of one's own network; `resolve` is for tests. */
export type FollowOptions = {
  allow?: readonly string[];
  timeoutMs?: number;
  signal?: AbortSignal;
  resolve?: Resolve;
};

/** The answer at the end of the redirects; `movedTo` when every one on the way was a permanent one. */
export type Reached = { response: IncomingMessage; url: URL; movedTo: string | null; signal: AbortSignal };

/**
 * Gets one address: http and https, public addresses only (or allowed ones), at most 5 redirects, 15 s for everything
 * together, and hands the answer to `receive`. Throws ReaderError, whose message is a sentence for a person.
 */
export async function follow<T>(
  address: string,
  headers: IncomingHttpHeaders,
  options: FollowOptions,
  receive: (reached: Reached) => Promise<T>,
): Promise<T> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const connection = { allow: parseAllowList(options.allow ?? []), resolve: options.resolve, signal };
  const start = checkUrl(address);
  try {
    return await abortable(reach(start, headers, connection).then(receive), signal);
  } catch (error) {
    if (timeout.aborted) throw timedOut(start.hostname, options.timeoutMs ?? TIMEOUT_MS);
    if (options.signal?.aborted) throw new ReaderError('cancelled', 'Fetching the page was cancelled.');
    throw asReaderError(error, start.hostname);
  }
}

async function reach(start: URL, headers: IncomingHttpHeaders, connection: Connection): Promise<Reached> {
  const visited = new Set<string>();
  let url = start;
  let permanent = true;
  for (;;) {
    visited.add(url.href);
    const response = await request(url, headers, connection);
    const location = redirectTarget(response);
    if (location === null) {
      const movedTo = permanent && visited.size > 1 ? url.href : null;
      return { response, url, movedTo, signal: connection.signal };
    }
    response.destroy();
    permanent &&= response.statusCode === 301 || response.statusCode === 308;
    url = checkUrl(location, url.href);
    if (visited.has(url.href)) throw new ReaderError('redirects', `${start.hostname} redirects in a circle.`);
    if (visited.size > MAX_REDIRECTS) {
      throw new ReaderError('redirects', `${start.hostname} redirects more than ${MAX_REDIRECTS} times.`);
    }
  }
}

function redirectTarget(response: IncomingMessage): string | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0);
  return isRedirect ? (response.headers.location ?? null) : null;
}

/** The parsed URL; throws ReaderError for what is none, for another scheme and for credentials inside the URL. */
function checkUrl(address: string, base?: string): URL {
  if (!URL.canParse(address, base)) throw new ReaderError('bad-url', `"${address}" is not a web address.`);
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ReaderError('bad-url', `Only http and https addresses can be read, not ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username || url.password) {
    throw new ReaderError('bad-url', 'An address with a user name or password in it is not fetched; leave them out.');
  }
  return url;
}

/** A name lookup cannot be cancelled; this ends the waiting for it. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function timedOut(hostname: string, timeoutMs: number): ReaderError {
  const message = `${hostname} took longer than ${timeoutMs / 1000} s to send the page.`;
  return new ReaderError('timeout', message, { retryable: true });
}
