import type { IncomingHttpHeaders } from 'node:http';
import { type ContentKind, contentKind, refuseByType } from './contentKind.ts';
import { type FollowOptions, follow, type Reached } from './follow.ts';
import { acceptEncoding, readBody, tooLarge } from './readBody.ts';
import { statusError } from './statusError.ts';

const MAX_BYTES = 10 * 1024 * 1024;
/** Who asks, unless said otherwise. */
export const USER_AGENT = 'Carrel (self-hosted reading list)';

/** All optional. `etag` and `lastModified` are those of an earlier answer; `allow` holds hosts of one's own network. */
export type FetchOptions = FollowOptions & {
  userAgent?: string;
  etag?: string | null;
  lastModified?: string | null;
  maxBytes?: number;
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
export function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage | Unchanged> {
  return follow(address, requestHeaders(options), options, (reached) => receive(reached, options));
}

async function receive(
  { response, url, movedTo, signal }: Reached,
  options: FetchOptions,
): Promise<FetchedPage | Unchanged> {
  const { headers, statusCode = 0 } = response;
  const { etag = null, 'last-modified': lastModified = null } = headers;
  const answer = { url: url.href, movedTo, etag, lastModified };
  try {
    if (statusCode === 304 && (options.etag || options.lastModified)) return { ...answer, kind: 'unchanged' };
    if (statusCode !== 200 && statusCode !== 203) throw statusError(response, url.hostname);
    const contentType = headers['content-type'] ?? '';
    refuseByType(contentType);
    const maxBytes = options.maxBytes ?? MAX_BYTES;
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
    'user-agent': options.userAgent ?? USER_AGENT,
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5',
    'accept-encoding': acceptEncoding,
    connection: 'close',
    ...(options.etag ? { 'if-none-match': options.etag } : {}),
    ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
  };
}
