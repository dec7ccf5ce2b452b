import sql, { empty } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';

/** A post that waits in an inbox, with its feed. */
export interface InboxRow {
  id: number;
  title: string;
  url: string;
  author: string | null;
  summary: string | null;
  publishedAt: string | null;
  followedId: number;
  feedTitle: string;
  createdAt: string;
}

export const INBOX_ORDER: Keyset = { name: 'newest', id: 'i.id', direction: 'DESC' };

const ITEM = sql`i.id, p.title, p.url, p.author, p.summary, p.published_at AS "publishedAt", s.id AS "followedId",
  coalesce(f.title, f.url) AS "feedTitle", i.created_at AS "createdAt"`;
const TABLES = sql`inbox_items i JOIN posts p ON p.id = i.post_id JOIN feeds f ON f.id = p.feed_id
  JOIN subscriptions s ON s.feed_id = f.id AND s.user_id = i.user_id`;

/** A page of an inbox, of one feed if `followedId` names it, and one row more if there is more. */
export function selectInbox(userId: number, followedId: number | undefined, page: Page): Promise<InboxRow[]> {
  return rows<InboxRow>(sql`
    SELECT ${ITEM}, ${sortKey(INBOX_ORDER)} FROM ${TABLES}
    WHERE i.user_id = ${userId} AND i.dismissed_at IS NULL ${followedId === undefined ? empty : sql`AND s.id = ${followedId}`}
      ${behind(INBOX_ORDER, page.after)}
    ${orderBy(INBOX_ORDER)} LIMIT ${page.limit + 1}`);
}

export async function countInbox(userId: number): Promise<number> {
  const [counted] = await rows<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM inbox_items WHERE user_id = ${userId} AND dismissed_at IS NULL`,
  );
  return counted?.n ?? 0;
}

/** Takes an item out of an inbox; answers the address of its post, or nothing when it is not there. */
export async function takeItem(userId: number, id: number): Promise<string | undefined> {
  const [taken] = await rows<{ url: string }>(sql`
    DELETE FROM inbox_items i USING posts p
    WHERE p.id = i.post_id AND i.id = ${id} AND i.user_id = ${userId} AND i.dismissed_at IS NULL
    RETURNING p.url`);
  return taken?.url;
}

/** Hides an item of an inbox, and forgets for good what was hidden more than an hour ago. @returns whether it was there. */
export async function hideItem(userId: number, id: number): Promise<boolean> {
  const hidden = await rows(sql`
    WITH forgotten AS (
      DELETE FROM inbox_items WHERE user_id = ${userId} AND dismissed_at < now() - interval '1 hour')
    UPDATE inbox_items SET dismissed_at = now(), updated_at = now()
    WHERE id = ${id} AND user_id = ${userId} AND dismissed_at IS NULL RETURNING id`);
  return hidden.length > 0;
}

/** Shows a hidden item again, in its old place. @returns whether it is in the inbox now. */
export async function unhideItem(userId: number, id: number): Promise<boolean> {
  const shown = await rows(sql`
    UPDATE inbox_items SET dismissed_at = NULL, updated_at = now() WHERE id = ${id} AND user_id = ${userId} RETURNING id`);
  return shown.length > 0;
}

/** Empties an inbox, or takes the posts of one followed feed out of it. */
export async function clearInbox(userId: number, followedId: number | undefined): Promise<void> {
  const ofFeed = sql`AND post_id IN (SELECT p.id FROM posts p JOIN subscriptions s ON s.feed_id = p.feed_id
    WHERE s.id = ${followedId} AND s.user_id = ${userId})`;
  await rows(sql`DELETE FROM inbox_items WHERE user_id = ${userId} ${followedId === undefined ? empty : ofFeed}`);
}
