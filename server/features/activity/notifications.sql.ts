import sql, { empty, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { isOn } from '../../http/common.schemas.ts';
import { visibleTo } from '../notes/visible.sql.ts';
import type { NotificationAnswer, NotificationQuery } from './activity.schemas.ts';

const EXCERPT = 200; // characters
const KEPT_DAYS = 90;

/** Newest first. */
export const NOTIFICATION_ORDER: Keyset = { name: 'newest', id: 'x.id', direction: 'DESC' };

/** `AND …`: not of a note that he may not see any more, or that was deleted. */
function showsTo(userId: number): Sql {
  return sql`AND (x.note_id IS NULL OR EXISTS (
    SELECT FROM notes n WHERE n.id = x.note_id AND n.deleted_at IS NULL AND ${visibleTo(userId)}))`;
}

/** A page of somebody's notifications, and one row more if there is more. */
export function selectNotifications(
  userId: number,
  { unseen }: Pick<NotificationQuery, 'unseen'>,
  page: Page,
): Promise<NotificationAnswer[]> {
  const ref = (table: Sql, id: Sql, name: Sql) =>
    sql`(SELECT json_build_object('id', t.id, 'name', t.name) FROM ${table} t WHERE t.id = ${id}) AS ${name}`;
  return rows<NotificationAnswer>(sql`
    SELECT x.id, x.kind, x.created_at AS time, x.seen_at IS NOT NULL AS seen,
           ${ref(sql`users`, sql`x.actor_id`, sql`actor`)}, ${ref(sql`teams`, sql`x.team_id`, sql`team`)},
           (SELECT json_build_object('id', b.id, 'title', b.title) FROM blogs b WHERE b.id = x.blog_id) AS blog,
           (SELECT json_build_object('id', n.id, 'excerpt', left(n.content, ${EXCERPT})) FROM notes n WHERE n.id = x.note_id) AS note
    FROM notifications x
    WHERE x.user_id = ${userId} ${isOn(unseen) ? sql`AND x.seen_at IS NULL` : empty} ${showsTo(userId)}
      ${behind(NOTIFICATION_ORDER, page.after)} ${orderBy(NOTIFICATION_ORDER)} LIMIT ${page.limit + 1}`);
}

/** How many he has not seen; from 100 on it is 100. */
export async function countUnseen(userId: number): Promise<number> {
  const [row] = await rows<{ unseen: number }>(sql`
    SELECT count(*)::int AS unseen FROM (
      SELECT FROM notifications x WHERE x.user_id = ${userId} AND x.seen_at IS NULL ${showsTo(userId)} LIMIT 100) first`);
  return row?.unseen ?? 0;
}

/** Marks them as seen up to an id; answers whether there were any. */
export async function updateSeen(userId: number, upTo: number): Promise<boolean> {
  const seen = await rows(sql`
    UPDATE notifications SET seen_at = now() WHERE user_id = ${userId} AND seen_at IS NULL AND id <= ${upTo} RETURNING id`);
  return seen.length > 0;
}

/** Throws away what is too old to interest anybody. */
export async function removeOldNotifications(): Promise<void> {
  await rows(sql`DELETE FROM notifications WHERE created_at < now() - ${KEPT_DAYS} * interval '1 day'`);
}
