import sql, { type Sql } from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { Feed } from './feed.model.ts';
import { fillInbox } from './feeds.sql.ts';
import { FIRST_POSTS } from './feeds.ts';

/** What was read of a feed; times are ISO 8601. */
export interface Found {
  url: string;
  title: string;
  siteUrl: string | null;
  etag: string | null;
  lastModified: string | null;
  posts: {
    guidHash: string;
    url: string;
    title: string;
    author: string | null;
    summary: string | null;
    publishedAt: string | null;
  }[];
}

const EVERY_MS = 3_600_000;
const MOST_MS = 24 * EVERY_MS;

/** Keeps what a feed told, and puts what is new of it into the inbox of everybody who follows it. */
export async function storePosts(feedId: number, { url, posts, ...facts }: Found): Promise<void> {
  const id = await settle(feedId, url);
  const feed = await Feed.findByPk(id, { lock: true });
  if (!feed) return;
  const isFirst = feed.state !== 'ready';
  const fresh = await insertPosts(id, posts);
  // The first time everything is new. In the order of the feed, which is the newest first nearly always.
  await deliver(id, isFirst ? fresh.slice(0, FIRST_POSTS) : fresh);
  await feed.update({ ...storable(facts), state: 'ready', reason: null, failures: 0, ...times(EVERY_MS) });
}

export async function storeUnchanged(feedId: number): Promise<void> {
  await Feed.update({ reason: null, failures: 0, ...times(EVERY_MS) }, { where: { id: feedId } });
}

/** Keeps why a feed could not be had, and asks twice as seldom each time, at last once a day. */
export async function storeFailure(feedId: number, reason: string, retryAfter: number | null): Promise<void> {
  const feed = await Feed.findByPk(feedId, { lock: true });
  if (!feed) return;
  const pause = Math.max(Math.min(EVERY_MS * 2 ** feed.failures, MOST_MS), (retryAfter ?? 0) * 1000);
  const state = feed.state === 'ready' ? 'ready' : 'failed';
  await feed.update({ reason, state, failures: feed.failures + 1, ...times(pause) });
}

function times(pauseMs: number) {
  const now = Date.now();
  return { checkedAt: new Date(now), nextCheckAt: new Date(now + pauseMs) };
}

/** Gives a feed the address at which it was found. Where that is a feed already, whoever followed this one follows that. */
async function settle(feedId: number, url: string): Promise<number> {
  const [other] = await rows<{ id: number }>(
    sql`SELECT id FROM feeds WHERE md5(url) = md5(${url}) AND id <> ${feedId}`,
  );
  if (!other) {
    await rows(sql`UPDATE feeds SET url = ${url} WHERE id = ${feedId} AND url <> ${url}`);
    return feedId;
  }
  const moved = await rows<{ userId: number }>(sql`
    UPDATE subscriptions SET feed_id = ${other.id} WHERE feed_id = ${feedId}
      AND user_id NOT IN (SELECT user_id FROM subscriptions WHERE feed_id = ${other.id}) RETURNING user_id AS "userId"`);
  await rows(sql`DELETE FROM feeds WHERE id = ${feedId}`);
  for (const { userId } of moved) await fillInbox(userId, other.id, FIRST_POSTS);
  return other.id;
}

/** Inserts those that are not known yet; answers their ids, in the order given. */
async function insertPosts(feedId: number, posts: Found['posts']): Promise<number[]> {
  if (!posts.length) return [];
  const column = (key: keyof Found['posts'][number]): Sql =>
    sql`${posts.map((post) => post[key]?.replaceAll('\0', '') ?? null)}::text[]`;
  const inserted = await rows<{ id: number; guidHash: string }>(sql`
    INSERT INTO posts (feed_id, guid_hash, url, title, author, summary, published_at, created_at, updated_at)
    SELECT ${feedId}, guid_hash, url, title, author, summary, published_at::timestamptz, now(), now()
    FROM unnest(${column('guidHash')}, ${column('url')}, ${column('title')}, ${column('author')}, ${column('summary')},
      ${column('publishedAt')}) AS found (guid_hash, url, title, author, summary, published_at)
    ON CONFLICT (feed_id, guid_hash) DO NOTHING RETURNING id, guid_hash AS "guidHash"`);
  const ids = new Map(inserted.map((post) => [post.guidHash, post.id]));
  return [...new Set(posts.map(({ guidHash }) => ids.get(guidHash)))].filter((id) => id !== undefined);
}

/** The newest comes last, so that it has the highest id and stands at the top of an inbox. */
async function deliver(feedId: number, postIds: number[]): Promise<void> {
  if (!postIds.length) return;
  await rows(sql`
    INSERT INTO inbox_items (user_id, post_id, created_at, updated_at)
    SELECT s.user_id, post.id, now(), now() FROM subscriptions s,
      unnest(${postIds.toReversed()}::int[]) WITH ORDINALITY AS post (id, place)
    WHERE s.feed_id = ${feedId} ORDER BY post.place ON CONFLICT (user_id, post_id) DO NOTHING`);
}

function storable<T extends { title: string }>(facts: T): T {
  return { ...facts, title: facts.title.replaceAll('\0', '') };
}
