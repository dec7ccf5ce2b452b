import sql from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';

/** A feed as one user follows it: `id` is of the following, so that nobody can touch a feed that others follow too. */
export interface FeedRow {
  id: number;
  feedId: number;
  url: string;
  title: string | null;
  siteUrl: string | null;
  state: 'waiting' | 'ready' | 'failed';
  reason: string | null;
  waiting: number;
  checkedAt: string | null;
  nextCheckAt: string;
  createdAt: string;
}

export const FEED_ORDER: Keyset = { name: 'newest', id: 's.id', direction: 'DESC' };

const FEED = sql`s.id, f.id AS "feedId", f.url, f.title, f.site_url AS "siteUrl", f.state, f.reason,
  (SELECT count(*)::int FROM inbox_items i JOIN posts p ON p.id = i.post_id
   WHERE i.user_id = s.user_id AND p.feed_id = f.id) AS waiting,
  f.checked_at AS "checkedAt", f.next_check_at AS "nextCheckAt", s.created_at AS "createdAt"`;

/** A page of what a user follows, and one row more if there is more. */
export function selectFeeds(userId: number, page: Page): Promise<FeedRow[]> {
  return rows<FeedRow>(sql`
    SELECT ${FEED}, ${sortKey(FEED_ORDER)} FROM subscriptions s JOIN feeds f ON f.id = s.feed_id
    WHERE s.user_id = ${userId} ${behind(FEED_ORDER, page.after)} ${orderBy(FEED_ORDER)} LIMIT ${page.limit + 1}`);
}

export async function selectFeed(userId: number, id: number): Promise<FeedRow | undefined> {
  const [feed] = await rows<FeedRow>(sql`
    SELECT ${FEED} FROM subscriptions s JOIN feeds f ON f.id = s.feed_id WHERE s.user_id = ${userId} AND s.id = ${id}`);
  return feed;
}

/** The feed at an address, made if there is none; `isNew` says whether it was. */
export async function insertFeed(url: string): Promise<{ id: number; isNew: boolean }> {
  const [made] = await rows<{ id: number }>(sql`
    INSERT INTO feeds (url, next_check_at, created_at, updated_at) VALUES (${url}, now() + interval '1 hour', now(), now())
    ON CONFLICT (md5(url)) DO NOTHING RETURNING id`);
  if (made) return { ...made, isNew: true };
  const [there] = await rows<{ id: number }>(sql`SELECT id FROM feeds WHERE md5(url) = md5(${url})`);
  return { id: (there as { id: number }).id, isNew: false };
}

/** Lets a user follow a feed; answers the following, and whether it is a new one. */
export async function insertSubscription(userId: number, feedId: number): Promise<{ id: number; isNew: boolean }> {
  const [made] = await rows<{ id: number }>(sql`
    INSERT INTO subscriptions (user_id, feed_id, created_at, updated_at) VALUES (${userId}, ${feedId}, now(), now())
    ON CONFLICT (user_id, feed_id) DO NOTHING RETURNING id`);
  if (made) return { ...made, isNew: true };
  const [there] = await rows<{ id: number }>(
    sql`SELECT id FROM subscriptions WHERE user_id = ${userId} AND feed_id = ${feedId}`,
  );
  return { id: (there as { id: number }).id, isNew: false };
}

/** Takes feeds whose time has come, at most 200, and puts their next time off so that no other server takes them. */
export function takeDueFeeds(): Promise<{ id: number; url: string }[]> {
  return rows<{ id: number; url: string }>(sql`
    UPDATE feeds SET next_check_at = now() + interval '1 hour' WHERE id IN (
      SELECT id FROM feeds WHERE next_check_at <= now() ORDER BY next_check_at LIMIT 200 FOR UPDATE SKIP LOCKED)
    RETURNING id, url`);
}

/** Puts a feed's newest posts into the inbox of one who begins to follow it. */
export async function fillInbox(userId: number, feedId: number, most: number): Promise<void> {
  await rows(sql`
    INSERT INTO inbox_items (user_id, post_id, created_at, updated_at)
    SELECT ${userId}, id, now(), now() FROM (
      SELECT id FROM posts WHERE feed_id = ${feedId} ORDER BY published_at DESC NULLS LAST, id LIMIT ${most}) newest
    ORDER BY id DESC ON CONFLICT (user_id, post_id) DO NOTHING`);
}

/** Ends a following with what waits of it, and the feed with its last follower. */
export async function deleteSubscription(userId: number, id: number): Promise<boolean> {
  const [gone] = await rows<{ feedId: number }>(
    sql`DELETE FROM subscriptions WHERE id = ${id} AND user_id = ${userId} RETURNING feed_id AS "feedId"`,
  );
  if (!gone) return false;
  await rows(sql`
    DELETE FROM inbox_items i USING posts p
    WHERE p.id = i.post_id AND p.feed_id = ${gone.feedId} AND i.user_id = ${userId}`);
  await rows(sql`
    DELETE FROM feeds WHERE id = ${gone.feedId} AND NOT EXISTS (SELECT FROM subscriptions WHERE feed_id = ${gone.feedId})`);
  return true;
}

/** Everything a user follows that was ever found, for a file. */
export function selectForOpml(userId: number) {
  return rows<{ url: string; title: string | null; siteUrl: string | null }>(sql`
    SELECT f.url, f.title, f.site_url AS "siteUrl" FROM subscriptions s JOIN feeds f ON f.id = s.feed_id
    WHERE s.user_id = ${userId} ORDER BY lower(coalesce(f.title, f.url)), f.id`);
}
