import { decode } from './decode.ts';
import type { Sandbox } from './sandbox.ts';
import { sandbox as shared } from './sharedSandbox.ts';

/** Times are ISO 8601 in UTC or null, addresses absolute; `id` is what tells entries apart, their address if need be. */
export type FeedEntry = {
  id: string;
  url: string;
  title: string;
  author: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  /** Plain text of at most 300 characters. */
  summary: string | null;
};

/** `siteUrl` is the blog's page, `selfUrl` the address the feed says it has. At most 500 entries, in the feed's order. */
export type Feed = {
  format: 'rss' | 'atom' | 'json' | 'rdf';
  title: string;
  description: string | null;
  siteUrl: string | null;
  selfUrl: string | null;
  language: string | null;
  entries: FeedEntry[];
};

export type FeedLink = { url: string; title: string | null; type: string | null };
type Options = { sandbox?: Sandbox };

/**
 * Reads RSS, Atom, RDF or JSON Feed in any encoding. In the worker as pages are: 10 MiB of XML would hold up the
 * server. Throws ReaderError `unreadable` when it is no feed, `too-complex` over a limit.
 */
export async function parseFeed(
  bytes: Uint8Array,
  contentType: string,
  url: string,
  options: Options = {},
): Promise<Feed> {
  const { text } = decode(bytes, contentType);
  return (options.sandbox ?? shared).run('feed', { text, url });
}

/** The feeds a page names, best first; the ones it only links to when it names none. Empty when there are none. */
export function findFeeds(html: string, url: string, options: Options = {}): Promise<FeedLink[]> {
  return (options.sandbox ?? shared).run('feedLinks', { html, url });
}
