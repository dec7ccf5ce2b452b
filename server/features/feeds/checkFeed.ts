import { createHash } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Work } from '../../jobs/queues.ts';
import type { FetchedPage } from '../../reader/fetchPage.ts';
import { ReaderError } from '../../reader/readerError.ts';
import { USER_AGENT } from '../blogs/fetchArticle.ts';
import { Feed } from './feed.model.ts';
import { type Found, storeFailure, storePosts, storeUnchanged } from './storePosts.ts';

/** The job that looks at a feed: asks for what is new, and for a page finds the feed that it names. */
export function checkFeed({ fetchAllow }: Pick<Config, 'fetchAllow'>): Work<{ feedId: number }> {
  return {
    run: async ({ feedId }, signal) => {
      const feed = await Feed.findByPk(feedId);
      if (!feed) return async () => {}; // nobody follows it any more
      try {
        const found = await lookAt(feed, { allow: fetchAllow, userAgent: USER_AGENT, signal });
        return () => (found ? storePosts(feedId, found) : storeUnchanged(feedId));
      } catch (error) {
        // A feed that cannot be had has its own reason and its own times: no job of an admin's to see to.
        if (!(error instanceof ReaderError) || error.code === 'cancelled') throw error;
        return () => storeFailure(feedId, error.message, error.retryAfter);
      }
    },
    failed: ({ feedId }, reason) => storeFailure(feedId, reason, null),
    waits: async ({ feedId }) => {
      await Feed.update({ reason: null }, { where: { id: feedId } });
    },
  };
}

type Options = { allow: string[]; userAgent: string; signal: AbortSignal };

/** Null when nothing has changed since the last time. @throws ReaderError. */
async function lookAt(feed: Feed, options: Options): Promise<Found | null> {
  const [{ fetchPage }, { findFeeds, parseFeed }, { decode }] = await Promise.all([
    import('../../reader/fetchPage.ts'),
    import('../../reader/feed.ts'),
    import('../../reader/decode.ts'),
  ]);
  const { etag, lastModified } = feed;
  const page = await fetchPage(feed.url, { ...options, etag, lastModified });
  if (page.kind === 'unchanged') return null;
  if (page.kind === 'feed') return read(page, page.movedTo ?? feed.url);
  const html = page.kind === 'html' ? decode(page.bytes, page.contentType).text : '';
  const [named] = html ? await findFeeds(html, page.url) : [];
  if (!named) throw new ReaderError('unreadable', `${new URL(page.url).hostname} names no feed on this page.`);
  const there = await fetchPage(named.url, options);
  if (there.kind !== 'feed')
    throw new ReaderError('unreadable', `The page names a feed at ${named.url}, but there is none.`);
  return read(there, there.movedTo ?? named.url);

  async function read({ bytes, contentType, ...fetched }: FetchedPage, url: string): Promise<Found> {
    const { title, siteUrl, entries } = await parseFeed(bytes, contentType, fetched.url);
    return {
      url: new URL(url).href,
      title,
      siteUrl,
      etag: fetched.etag,
      lastModified: fetched.lastModified,
      posts: entries.map((entry) => ({ ...entry, guidHash: hash(entry.id), publishedAt: possible(entry.publishedAt) })),
    };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** A feed may say any year; PostgreSQL knows none before 1 and reads none of five digits. */
function possible(time: string | null): string | null {
  return time && /^(?!0000)\d{4}-/.test(time) ? time : null;
}
