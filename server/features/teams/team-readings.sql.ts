import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { type BlogRow, blogColumns, blogFilters } from '../blogs/blogs.sql.ts';
import type { TeamReadingAnswer, TeamReadingQuery } from './team-readings.schemas.ts';

/** One blog on a team's list, as the database answers. */
export interface TeamReadingRow extends BlogRow {
  blogId: number;
  dueOn: string | null;
  word: string | null;
  listedAt: string;
  listedBy: TeamReadingAnswer['user'];
  reading: { id: number; read: boolean; readAt: string | null; progress: number } | null;
  counts: TeamReadingAnswer['counts'];
}

/** Days since 1970, so that the cursor can hold them; what has no day comes last. */
const DUE = "coalesce(x.due_on - DATE '1970-01-01', 2147483647)";

export const TEAM_READING_ORDERS: Record<TeamReadingQuery['sort'], Keyset> = {
  due: { name: 'due', key: { sql: DUE, type: 'int' }, id: 'x.id', direction: 'ASC' },
  newest: { name: 'newest', id: 'x.id', direction: 'DESC' },
  oldest: { name: 'oldest', id: 'x.id', direction: 'ASC' },
};

/** A timestamp inside JSON as the API writes times. */
export const isoTime = (column: string) =>
  raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The members of `team_readings x` beside their entries, if they have one. */
const READERS = raw(`FROM memberships m LEFT JOIN readinglists r ON r.user_id = m.user_id AND r.blog_id = x.blog_id
  WHERE m.team_id = x.team_id`);

/** Stands in the SELECT, not in the FROM, so that it is counted for the page and not for the whole list. */
const COUNTS = raw(`(SELECT json_build_object(
    'hidden', count(*) FILTER (WHERE m.hides_progress),
    'read', count(*) FILTER (WHERE NOT m.hides_progress AND r.read),
    'inProgress', count(*) FILTER (WHERE NOT m.hides_progress AND NOT r.read AND r.progress > 0),
    'unread', count(*) FILTER (WHERE NOT m.hides_progress AND (r.id IS NULL OR NOT r.read AND r.progress = 0))) ${READERS.sql})`);

const READ_BY_ALL = raw(`(EXISTS (SELECT FROM memberships m WHERE m.team_id = x.team_id AND NOT m.hides_progress)
  AND NOT EXISTS (SELECT ${READERS.sql} AND NOT m.hides_progress AND r.read IS NOT TRUE))`);

/** A page of a team's list as one viewer sees it, and one row more if there is more; `more` are columns beside it. */
export function selectTeamReadings<More = unknown>(
  viewerId: number,
  teamId: number,
  query: Partial<TeamReadingQuery> & { blogId?: number },
  page: Page,
  order: Keyset,
  more: Sql = empty,
): Promise<(TeamReadingRow & More)[]> {
  return rows<TeamReadingRow & More>(sql`
    SELECT x.id, x.blog_id AS "blogId", to_char(x.due_on, 'YYYY-MM-DD') AS "dueOn", x.word, x.created_at AS "listedAt",
           CASE WHEN l.id IS NOT NULL THEN json_build_object('id', l.id, 'name', l.name) END AS "listedBy",
           CASE WHEN me.id IS NOT NULL THEN
             json_build_object('id', me.id, 'read', me.read, 'readAt', ${isoTime('me.read_at')}, 'progress', me.progress) END AS reading,
           ${COUNTS} AS counts, ${more} ${blogColumns(viewerId, query.noteCounts)}, ${sortKey(order)}
    FROM team_readings x JOIN blogs b ON b.id = x.blog_id JOIN users u ON u.id = b.user_id
      LEFT JOIN users l ON l.id = x.user_id
      LEFT JOIN readinglists me ON me.user_id = ${viewerId} AND me.blog_id = x.blog_id
    WHERE x.team_id = ${teamId} ${blogFilters(query)} ${readingFilters(query)} ${behind(order, page.after)}
    ${orderBy(order)} LIMIT ${page.limit + 1}`);
}

function readingFilters({
  readByMe,
  readByAll,
  dueFrom,
  dueTo,
  blogId,
}: Partial<TeamReadingQuery> & { blogId?: number }): Sql {
  return sql`${blogId === undefined ? empty : sql`AND x.blog_id = ${blogId}`}
    ${readByMe === undefined ? empty : sql`AND coalesce(me.read, false) = ${readByMe}`}
    ${readByAll === undefined ? empty : sql`AND ${READ_BY_ALL} = ${readByAll}`}
    ${dueFrom === undefined ? empty : sql`AND x.due_on >= ${dueFrom}::date`}
    ${dueTo === undefined ? empty : sql`AND x.due_on <= ${dueTo}::date`}`;
}
