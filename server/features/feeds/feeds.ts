import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { enqueue } from '../../jobs/boss.ts';
import { requireWebAddress } from '../blogs/blogs.ts';
import type { Viewer } from '../users/viewer.ts';
import type { FeedAnswer, NewFeed } from './feeds.schemas.ts';
import {
  deleteSubscription,
  type FeedRow,
  fillInbox,
  insertFeed,
  insertSubscription,
  selectFeed,
  takeDueFeeds,
} from './feeds.sql.ts';

/** So many posts a feed brings with it: enough to see what it is like, and no flood. */
export const FIRST_POSTS = 5;

/**
 * Follows a feed, or the one that a page names; a job looks at it. Following again changes nothing (`added` is false then).
 * @throws Invalid for no web address.
 */
export async function followFeed(viewer: Viewer, { url }: NewFeed): Promise<{ feed: FeedRow; added: boolean }> {
  const address = new URL(requireWebAddress(url)).href;
  return transaction(database(), async () => {
    const { id: feedId, isNew } = await insertFeed(address);
    const { id, isNew: added } = await insertSubscription(viewer.id, feedId);
    if (isNew) await sendCheck({ id: feedId, url: address });
    else if (added) await fillInbox(viewer.id, feedId, FIRST_POSTS);
    return { feed: await findFeed(viewer, id), added };
  });
}

/** What one follows oneself; others' followings are nobody's business. @throws NotFound. */
export async function findFeed(viewer: Viewer, id: number): Promise<FeedRow> {
  const feed = await selectFeed(viewer.id, id);
  if (!feed) throw new NotFound('feed');
  return feed;
}

/** Follows a feed no more; what waits of it in the inbox goes too. @throws NotFound. */
export async function unfollowFeed(viewer: Viewer, id: number): Promise<void> {
  await transaction(database(), async () => {
    if (!(await deleteSubscription(viewer.id, id))) throw new NotFound('feed');
  });
}

const PAUSE_MS = 60_000;

/** Looks at a feed now, and not when its time comes. @throws NotFound, Conflict within a minute of the last look. */
export async function checkFeedNow(viewer: Viewer, id: number): Promise<FeedRow> {
  const feed = await findFeed(viewer, id);
  if (feed.checkedAt && Date.now() - Date.parse(feed.checkedAt) < PAUSE_MS)
    throw new Conflict('this feed was looked at less than a minute ago');
  await sendCheck({ id: feed.feedId, url: feed.url });
  return feed;
}

/** Sends the jobs of the feeds whose time has come. */
export async function checkDueFeeds(): Promise<void> {
  await transaction(database(), async () => {
    for (const feed of await takeDueFeeds()) await sendCheck(feed);
  });
}

function sendCheck({ id, url }: { id: number; url: string }): Promise<void> {
  return enqueue('check-feed', { feedId: id }, new URL(url).host);
}

export function presentFeed({ feedId: _shared, ...feed }: FeedRow): FeedAnswer {
  return feed;
}
