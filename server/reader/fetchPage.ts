import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseAllowList } from './addresses.ts';
import { type ContentKind, contentKind, refuseByType } from './contentKind.ts';
import { acceptEncoding, readBody, tooLarge } from './readBody.ts';
import { ReaderError } from './readerError.ts';
import { asReaderError, type Connection, type Resolve, request } from './request.ts';
import { statusError } from './statusError.ts';

const MAX_REDIRECTS = 5;
const DEFAULTS = { timeoutMs: 15_000, maxBytes: 10 * 1024 * 1024, userAgent: 'Carrel (self-hosted reading list)' };

/** All optional. `etag` and `lastModified` are those of an earlier answer; `allow` holds hosts of one's own network. */
export type FetchOptions = {
  allow?: readonly string[];
  userAgent?: string;
  etag?: string | null;
  lastModified?: string | null;
  timeoutMs?: number;
  maxBytes?: number;
  signal?: AbortSignal;
  resolve?: Resolve;
};

/** `movedTo` is the address to remember from now on, when every redirect on the way was a permanent one. */
type Answer = { url: string; movedTo: string | null; etag: string | null; lastModified: string | null };
export type Unchanged = Answer & { kind: 'unchanged' };
/** `truncated` only for a PDF, of which the beginning is enough; `robots` is the X-Robots-Tag header. */
export type FetchedPage = Answer & {
  kind: ContentKind;
  bytes: Buffer;
  truncated: boolean;
  contentType: string;
  robots: string;
};

/**
 * Fetches one page or feed: http and https, public addresses only (or allowed ones), at most 5 redirects, 15 s for
 * everything together, 10 MiB unpacked. Resolves to the bytes and what they are, or to `unchanged` on a 304.
 * Throws ReaderError, whose message is a sentence for the person who gave the address.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage | Unchanged> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? DEFAULTS.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const connection = { allow: parseAllowList(options.allow ?? []), resolve: options.resolve, signal };
  const start = checkUrl(address);
  try {
    return await abortable(follow(start, options, connection), signal);
  } catch (error) {
    if (timeout.aborted) throw timedOut(start.hostname, options.timeoutMs ?? DEFAULTS.timeoutMs);
    if (options.signal?.aborted) throw new ReaderError('cancelled', 'Fetching the page was cancelled.');
    throw asReaderError(error, start.hostname);
  }
}

async function follow(start: URL, options: FetchOptions, connection: Connection): Promise<FetchedPage | Unchanged> {
  const visited = new Set<string>();
  let url = start;
  let permanent = true;
  for (;;) {
    visited.add(url.href);
    const response = await request(url, requestHeaders(options), connection);
    const location = redirectTarget(response);
    if (location === null) {
      const movedTo = permanent && visited.size > 1 ? url.href : null;
      return receive(response, url, movedTo, options, connection.signal);
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

async function receive(
  response: IncomingMessage,
  url: URL,
  movedTo: string | null,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<FetchedPage | Unchanged> {
  const { headers, statusCode = 0 } = response;
  const { etag = null, 'last-modified': lastModified = null } = headers;
  const answer = { url: url.href, movedTo, etag, lastModified };
  try {
    if (statusCode === 304 && (options.etag || options.lastModified)) return { ...answer, kind: 'unchanged' };
    if (statusCode !== 200 && statusCode !== 203) throw statusError(response, url.hostname);
    const contentType = headers['content-type'] ?? '';
    refuseByType(contentType);
    const maxBytes = options.maxBytes ?? DEFAULTS.maxBytes;
    const cut = contentType.includes('pdf');
    if (!cut && Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
    const body = await readBody(response, { maxBytes, cut, signal });
    const robots = String(headers['x-robots-tag'] ?? '');
    return { ...answer, kind: contentKind(contentType, body.bytes), ...body, contentType, robots };
  } finally {
    response.destroy();
  }
}

function requestHeaders(options: FetchOptions): IncomingHttpHeaders {
  return {
    'user-agent': options.userAgent ?? DEFAULTS.userAgent,
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5',
    'accept-encoding': acceptEncoding,
    connection: 'close',
    ...(options.etag ? { 'if-none-match': options.etag } : {}),
    ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
  };
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
