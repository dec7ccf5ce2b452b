import sql, { empty, join, type Sql } from 'sql-template-tag';
import { behind, isNarrowed, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { writeAndPublish } from '../../events/publish.ts';
import { BLOG_ORDERS, type BlogRow, blogColumns, blogFilters } from '../blogs/blogs.sql.ts';
import type { ReadingAnswer, ReadingChange, ReadingQuery, TeamRef } from './readinglists.schemas.ts';
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

/** One entry by itself, with what only its reader sees. */
export type EntryRow = Required<ReadingAnswer>;

/** The columns of an EntryRow, from `readinglists r`. */
const ENTRY = sql`r.id, r.user_id AS "userId", r.blog_id AS "blogId", r.read, r.read_at AS "readAt", r.progress,
    r.starred_at IS NOT NULL AS starred, r.tags, r.created_at AS "createdAt"`;

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
  const { limit: _, cursor: __, sort: ___, read, noteCounts, ...narrowing } = query;
  return rows<ReadingRow>(
    sql`
    SELECT r.id, r.blog_id AS "blogId", r.read, r.read_at AS "readAt", r.progress, r.starred_at IS NOT NULL AS starred, r.tags, r.created_at AS "listedAt",
           ${blogColumns(userId, noteCounts)}, ${teamsReading(userId)} AS teams, ${sortKey(order)}
    FROM readinglists r JOIN blogs b ON b.id = r.blog_id JOIN users u ON u.id = b.user_id
    WHERE r.user_id = ${userId} ${read === undefined ? empty : sql`AND r.read = ${read}`}
      ${query.starred === undefined ? empty : sql`AND (r.starred_at IS NOT NULL) = ${query.starred}`}
      ${query.tag === undefined ? empty : sql`AND ${hasTag(query.tag)}`}
      ${query.blog === undefined ? empty : sql`AND r.blog_id = ${query.blog}`}
      ${query.team === undefined ? empty : sql`AND EXISTS (SELECT ${ofMyTeams(userId)} AND x.team_id = ${query.team})`}
      ${blogFilters(query)} ${behind(order, page.after)}
    ${orderBy(order)} LIMIT ${page.limit + 1}`,
    { quick: !order.key && !isNarrowed(narrowing) }, // what is sorted by its blog is all of the list
  );
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

/** One entry, by itself or by whose and of what it is. */
export async function selectEntry(
  where: { id: number } | { userId: number; blogId: number },
): Promise<EntryRow | undefined> {
  const [entry] = await rows<EntryRow>(
    sql`
    SELECT ${ENTRY} FROM readinglists r
    WHERE ${'id' in where ? sql`r.id = ${where.id}` : sql`r.user_id = ${where.userId} AND r.blog_id = ${where.blogId}`}`,
    { quick: true },
  );
  return entry;
}

/**
 * Tells the owner's other pages of an entry that changed; and his teams that read the blog and see what he has read, where it
 * `concernsTeams`.
 */
const TOLD = sql`
  SELECT 'user:' || "userId", 'readinglists', id FROM changed
  UNION ALL
  SELECT 'team:' || x.team_id, 'team-readings', x.team_id
  FROM changed c JOIN team_readings x ON x.blog_id = c."blogId"
  JOIN memberships m ON m.team_id = x.team_id AND m.user_id = c."userId" AND NOT m.hides_progress
  WHERE c."concernsTeams"`;

/** Puts a blog on a user's list, or makes his own what only a team brought there; nothing when it is his own already. */
export async function insertReading(userId: number, blogId: number): Promise<EntryRow | undefined> {
  const [entry] = await writeAndPublish<EntryRow>(
    sql`changed AS (
      INSERT INTO readinglists AS r (user_id, blog_id, created_at, updated_at)
      SELECT ${userId}, b.id, now(), now() FROM blogs b WHERE b.id = ${blogId}
      ON CONFLICT (user_id, blog_id) DO UPDATE SET own = true, updated_at = now() WHERE NOT r.own
      RETURNING ${ENTRY}, true AS "concernsTeams")`,
    TOLD,
  );
  return entry;
}

/**
 * Changes a user's own entry; nothing where there is none, or it is so already. That somebody came a page further, or starred
 * or tagged it, is none of his teams' business. One UPDATE of what is given, since this is what readers do most.
 */
export async function updateReading(userId: number, id: number, change: ReadingChange): Promise<EntryRow | undefined> {
  const { values, differences } = partsOf(change);
  const [entry] = await writeAndPublish<EntryRow>(
    sql`changed AS (
      UPDATE readinglists r SET ${join(values)}, updated_at = now()
      WHERE r.id = ${id} AND r.user_id = ${userId} AND (${join(differences, ' OR ')})
      RETURNING ${ENTRY}, ${concernsTeams(id, change)} AS "concernsTeams")`,
    TOLD,
  );
  return entry;
}

/** What to set, and by what it differs from what is there. */
function partsOf({ read, progress, starred, tags }: ReadingChange): { values: Sql[]; differences: Sql[] } {
  const values: Sql[] = [];
  const differences: Sql[] = [];
  if (read !== undefined) {
    values.push(sql`read = ${read}, read_at = CASE WHEN ${read} THEN coalesce(r.read_at, now()) END`);
    differences.push(sql`r.read <> ${read}`);
  }
  if (progress !== undefined) {
    values.push(sql`progress = ${progress}::real`);
    differences.push(sql`r.progress <> ${progress}::real`);
  }
  if (starred !== undefined) {
    values.push(sql`starred_at = CASE WHEN ${starred} THEN coalesce(r.starred_at, now()) END`);
    differences.push(sql`(r.starred_at IS NOT NULL) <> ${starred}`);
  }
  if (tags !== undefined) {
    values.push(sql`tags = ${tags}::text[]`);
    differences.push(sql`r.tags <> ${tags}::text[]`);
  }
  return { values, differences };
}

/** Whether they may see another thing now: read or not, or begun. A query beside the UPDATE finds the row as it was before. */
function concernsTeams(id: number, { read, progress }: ReadingChange): Sql {
  if (read !== undefined) return sql`true`;
  return progress === undefined ? sql`false` : sql`(SELECT progress = 0 FROM readinglists WHERE id = ${id})`;
}

/** Takes a user's own entry off his list; answers whether there was one. */
export async function deleteReading(userId: number, id: number): Promise<boolean> {
  const deleted = await writeAndPublish(
    sql`changed AS (
      DELETE FROM readinglists r WHERE r.id = ${id} AND r.user_id = ${userId} RETURNING ${ENTRY}, true AS "concernsTeams")`,
    TOLD,
  );
  return deleted.length > 0;
}

/** How much of a user's whole reading list is unread and how much read, whatever a page of it is narrowed to. */
export async function countReadings(userId: number): Promise<{ unread: number; read: number }> {
  const [counts] = await rows<{ unread: number; read: number }>(
    sql`
    SELECT count(*) FILTER (WHERE NOT read)::int AS unread, count(*) FILTER (WHERE read)::int AS read
    FROM readinglists WHERE user_id = ${userId}`,
    { quick: true }, // in an index that holds both
  );
  return counts as { unread: number; read: number };
}
