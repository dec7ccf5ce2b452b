import type { Article } from './article.ts';
import { decode } from './decode.ts';
import type { FetchedPage } from './fetchPage.ts';
import { ReaderError } from './readerError.ts';
import type { Sandbox } from './sandbox.ts';
import { sandbox as shared } from './sharedSandbox.ts';

/** `robots` is the X-Robots-Tag header that came with the page. */
export type ExtractOptions = { robots?: string; sandbox?: Sandbox };

/**
 * Facts and sanitised text of an HTML page. Pages without text, or that ask not to be archived, give facts only (see
 * `Article.withheld`). Throws ReaderError `too-complex` for a page over 10 s or 256 MB, `unreadable` for other faults.
 */
export function extractArticle(html: string, url: string, options: ExtractOptions = {}): Promise<Article> {
  return (options.sandbox ?? shared).run('article', { html, url, robots: options.robots });
}

/** The same for whatever `fetchPage` brought: HTML, plain text, or a PDF, of which only the title is read. */
export async function readFetchedPage(page: FetchedPage, options: ExtractOptions = {}): Promise<Article> {
  const { bytes, url, robots, contentType } = page;
  const sandbox = options.sandbox ?? shared;
  if (page.kind === 'pdf') return sandbox.run('pdf', { bytes, url });
  if (page.kind === 'feed') {
    throw new ReaderError('unsupported-type', 'This address is a feed, not a page to read; follow it instead.');
  }
  const { text } = decode(bytes, contentType);
  if (page.kind === 'text') return sandbox.run('text', { text, url, robots });
  return extractArticle(text, url, { robots, ...options });
}
