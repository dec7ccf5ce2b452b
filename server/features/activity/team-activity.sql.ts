import sql, { type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { Invalid } from '../../errors.ts';
import { visibleTo } from '../notes/visible.sql.ts';
import type { ActivityAnswer } from './activity.schemas.ts';

const EXCERPT = 200; // characters
/** So many rows of one kind may have the same time (a list that came with a team) before a page could skip one. */
const SAME_TIME = 500;
/** The database's clock may be ahead of this one. */
const CLOCK_MS = 86_400_000;

export interface ActivityRow extends ActivityAnswer {
  id: number;
  sortKey: string;
}

/** Newest first: the time, to a microsecond, and the kind, since rows of several tables may have one id and one time. */
export const ACTIVITY_ORDER: Keyset = {
  name: 'activity',
  key: { sql: 'a.key', type: 'text' },
  id: 'a.id',
  direction: 'DESC',
};

/** The time of a cursor's key, rounded up to the millisecond. @throws Invalid where it has none: this list did not give it. */
function timeOf(key: string | number): Date {
  const milliseconds = Date.parse(`${String(key).slice(0, 23)}Z`);
  if (Number.isNaN(milliseconds)) throw new Invalid('cursor is not one that this list gave for this order');
  return new Date(milliseconds + 1);
}

/**
 * What happened in a team, made from the rows themselves, so that what is deleted or hidden is not in it: a page, and one row
 * more if there is more. Each kind brings no more rows than the page has, so that a large team's history is not sorted whole.
 */
export function selectActivity(viewerId: number, teamId: number, page: Page): Promise<ActivityRow[]> {
  const latest = page.after ? timeOf(page.after[0] ?? '') : new Date(Date.now() + CLOCK_MS);
  const kind = (name: Sql, time: Sql, columns: Sql, from: Sql) => sql`
    (SELECT ${name} AS kind, ${time} AS time, ${columns} ${from} AND ${time} <= ${latest}
     ORDER BY ${time} DESC LIMIT ${page.limit + 1 + SAME_TIME})`;
  return rows<ActivityRow>(sql`
    WITH happened AS (
      ${kind(sql`'listed'`, sql`x.created_at`, sql`x.id, x.user_id, x.blog_id, NULL::int AS note_id`, sql`FROM team_readings x WHERE x.team_id = ${teamId}`)}
      UNION ALL
      ${kind(sql`'joined'`, sql`m.created_at`, sql`m.id, m.user_id, NULL::int, NULL::int`, sql`FROM memberships m WHERE m.team_id = ${teamId}`)}
      UNION ALL
      ${kind(
        sql`'read'`,
        sql`r.read_at`,
        sql`r.id, r.user_id, r.blog_id, NULL::int`,
        sql`FROM team_readings x JOIN memberships m ON m.team_id = x.team_id AND NOT m.hides_progress
          JOIN readinglists r ON r.user_id = m.user_id AND r.blog_id = x.blog_id AND r.read WHERE x.team_id = ${teamId}`,
      )}
      UNION ALL
      ${kind(
        sql`'noted'`,
        sql`n.date`,
        sql`n.id, n.user_id, n.blog_id, n.id`,
        sql`FROM notes n WHERE n.deleted_at IS NULL AND ${visibleTo(viewerId)} AND (n.team_id = ${teamId} OR (
          n.shared AND n.blog_id IN (SELECT blog_id FROM team_readings WHERE team_id = ${teamId})
          AND n.user_id IN (SELECT user_id FROM memberships WHERE team_id = ${teamId})))`,
      )})
    SELECT a.kind, a.time, a.id, ${sortKey(ACTIVITY_ORDER)}, json_build_object('id', u.id, 'name', u.name) AS user,
           (SELECT json_build_object('id', b.id, 'title', b.title) FROM blogs b WHERE b.id = a.blog_id) AS blog,
           (SELECT json_build_object('id', n.id, 'excerpt', left(n.content, ${EXCERPT})) FROM notes n WHERE n.id = a.note_id) AS note
    FROM (SELECT h.*, (to_char(h.time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || h.kind) COLLATE "C" AS key FROM happened h) a
    JOIN users u ON u.id = a.user_id
    WHERE true ${behind(ACTIVITY_ORDER, page.after)} ${orderBy(ACTIVITY_ORDER)} LIMIT ${page.limit + 1}`);
}
