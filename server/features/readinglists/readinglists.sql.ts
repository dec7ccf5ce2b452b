import sql, { empty, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { BLOG_ORDERS, type BlogRow, blogColumns, blogFilters } from '../blogs/blogs.sql.ts';
import type { Readinglist } from './readinglist.model.ts';
import type { ReadingQuery, TeamRef } from './readinglists.schemas.ts';
import { hasTag } from './tags.sql.ts';

/** One entry of a reading list with its blog, as the database answers. */
export interface ReadingRow extends Omit<BlogRow, 'id'> {
  id: number;
  blogId: number;
  read: boolean;
  readAt: string | null;
  progress: number;
  starred: boolean;
  tags: string[];
  listedAt: string;
  teams: TeamRef[];
}

/** One entry by itself. */
export type EntryRow = Pick<
  Readinglist,
  'id' | 'userId' | 'blogId' | 'read' | 'readAt' | 'progress' | 'starredAt' | 'tags' | 'createdAt'
>;

/** The orders of a reading list: newest and oldest go by the entry, the others by the blog. */
export const READING_ORDERS: Record<ReadingQuery['sort'], Keyset> = {
  newest: { name: 'newest', id: 'r.id', direction: 'DESC' },
  oldest: { name: 'oldest', id: 'r.id', direction: 'ASC' },
  likes: { ...BLOG_ORDERS.likes, id: 'r.id' },
  title: { ...BLOG_ORDERS.title, id: 'r.id' },
  year: { ...BLOG_ORDERS.year, id: 'r.id' },
};

/** A page of a user's reading list, and one row more if there is more. */
export function selectReadings(userId: number, query: ReadingQuery, page: Page, order: Keyset): Promise<ReadingRow[]> {
  return rows<ReadingRow>(sql`
    SELECT r.id, r.blog_id AS "blogId", r.read, r.read_at AS "readAt", r.progress, r.starred_at IS NOT NULL AS starred, r.tags, r.created_at AS "listedAt",
           ${blogColumns(userId, query.noteCounts)}, ${teamsReading(userId)} AS teams, ${sortKey(order)}
    FROM readinglists r JOIN blogs b ON b.id = r.blog_id JOIN users u ON u.id = b.user_id
    WHERE r.user_id = ${userId} ${query.read === undefined ? empty : sql`AND r.read = ${query.read}`}
      ${query.starred === undefined ? empty : sql`AND (r.starred_at IS NOT NULL) = ${query.starred}`}
      ${query.tag === undefined ? empty : sql`AND ${hasTag(query.tag)}`}
      ${query.blog === undefined ? empty : sql`AND r.blog_id = ${query.blog}`}
      ${query.team === undefined ? empty : sql`AND EXISTS (SELECT ${ofMyTeams(userId)} AND x.team_id = ${query.team})`}
      ${blogFilters(query)} ${behind(order, page.after)}
    ${orderBy(order)} LIMIT ${page.limit + 1}`);
}

/** The lists of one's teams that `readinglists r` is on. Asks the tables of a feature that this one must not import. */
function ofMyTeams(userId: number): Sql {
  return sql`FROM team_readings x JOIN memberships m ON m.team_id = x.team_id AND m.user_id = ${userId}
    WHERE x.blog_id = r.blog_id`;
}

function teamsReading(userId: number): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name)), '[]')
    FROM teams t WHERE t.id IN (SELECT x.team_id ${ofMyTeams(userId)}))`;
}

/** Which of a user's teams have a blog on their lists and see what he has read. */
export async function selectTeamsReading(userId: number, blogId: number): Promise<number[]> {
  const teams = await rows<{ id: number }>(sql`
    SELECT x.team_id AS id FROM team_readings x JOIN memberships m ON m.team_id = x.team_id AND m.user_id = ${userId}
    WHERE x.blog_id = ${blogId} AND NOT m.hides_progress`);
  return teams.map(({ id }) => id);
}

/** Puts a blog on a user's list, or makes his own what only a team brought there; nothing when it is his own already. */
export async function insertReading(userId: number, blogId: number): Promise<EntryRow | undefined> {
  const [entry] = await rows<Omit<EntryRow, Times> & Record<Times, string | null>>(sql`
    INSERT INTO readinglists (user_id, blog_id, created_at, updated_at) VALUES (${userId}, ${blogId}, now(), now())
    ON CONFLICT (user_id, blog_id) DO UPDATE SET own = true, updated_at = now() WHERE NOT readinglists.own
    RETURNING id, user_id AS "userId", blog_id AS "blogId", read, read_at AS "readAt", progress, starred_at AS "starredAt", tags,
              created_at AS "createdAt"`);
  if (!entry) return undefined;
  const { readAt, starredAt, createdAt } = entry;
  const dateOf = (iso: string | null) => (iso === null ? null : new Date(iso));
  return { ...entry, readAt: dateOf(readAt), starredAt: dateOf(starredAt), createdAt: dateOf(createdAt) as Date };
}

type Times = 'readAt' | 'starredAt' | 'createdAt';

/** How much of a user's whole reading list is unread and how much read, whatever a page of it is narrowed to. */
export async function countReadings(userId: number): Promise<{ unread: number; read: number }> {
  const [counts] = await rows<{ unread: number; read: number }>(sql`
    SELECT count(*) FILTER (WHERE NOT read)::int AS unread, count(*) FILTER (WHERE read)::int AS read
    FROM readinglists WHERE user_id = ${userId}`);
  return counts as { unread: number; read: number };
}
