import sql, { empty, join, type Sql } from 'sql-template-tag';
import { behind, isNarrowed, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { literalPattern } from '../../database/pattern.ts';
import { rows } from '../../database/sql.ts';
import { writeAndPublish } from '../../events/publish.ts';
import { isOn } from '../../http/common.schemas.ts';
import { countedFor } from '../notes/visible.sql.ts';
import type { ArticleSummary, BlogFilters, BlogSort } from './blogs.schemas.ts';

/** A blog with who added it, as the database answers. */
export interface BlogRow {
  id: number;
  title: string;
  author: string | null;
  url: string;
  likes: number;
  year: number | null;
  createdAt: string;
  updatedAt: string;
  liked: boolean;
  userId: number;
  username: string;
  userName: string;
  noteCount?: number;
  article: ArticleSummary | null;
  /** Only of one blog by its id. */
  sameAs?: { id: number; title: string } | null;
  sortKey?: string | number | null;
}

/** The orders of the library; the two that go by a blog's own columns serve a reading list too. */
export const BLOG_ORDERS: Record<BlogSort, Keyset> = {
  likes: { name: 'likes', key: { sql: 'b.likes', type: 'int' }, id: 'b.id', direction: 'DESC' },
  newest: { name: 'newest', id: 'b.id', direction: 'DESC' },
  oldest: { name: 'oldest', id: 'b.id', direction: 'ASC' },
  // Cut, because an index entry may hold no more than 2,704 bytes.
  title: { name: 'title', key: { sql: 'lower(left(b.title, 100))', type: 'text' }, id: 'b.id', direction: 'ASC' },
  year: { name: 'year', key: { sql: 'coalesce(b.year, 0)', type: 'int' }, id: 'b.id', direction: 'DESC' },
};

/** The columns of a BlogRow from `blogs b JOIN users u`; `id` under a name of the caller's choice. */
export function blogColumns(viewerId: number, noteCounts?: BlogFilters['noteCounts']): Sql {
  return sql`${isOn(noteCounts) ? countNotes(viewerId) : empty}b.title, b.author, b.url, b.likes, b.year, b.created_at AS "createdAt", b.updated_at AS "updatedAt",
    EXISTS (SELECT FROM likes l WHERE l.user_id = ${viewerId} AND l.blog_id = b.id) AS liked,
    u.id AS "userId", u.username, u.name AS "userName", ${ARTICLE}`;
}

/** What a list shows of an article: its small columns only, since its text can be megabytes. */
const ARTICLE = sql`(SELECT json_build_object('state', a.state, 'reason', a.reason, 'siteName', a.site_name,
    'excerpt', a.excerpt, 'language', a.language, 'leadImage', a.lead_image, 'wordCount', a.word_count,
    'readingMinutes', a.reading_minutes,
    'publishedAt', to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  FROM articles a WHERE a.blog_id = b.id) AS article`;

function countNotes(viewerId: number): Sql {
  return sql`(SELECT count(*)::int FROM notes n WHERE n.blog_id = b.id AND ${countedFor(viewerId)}) AS "noteCount", `;
}

/** `AND …` for each filter that is asked for; `among` are the blogs that the search is known to find. */
export function blogFilters({ search, author, year }: BlogFilters, among?: number[]): Sql {
  const conditions: Sql[] = [];
  if (among) conditions.push(sql`AND b.id = ANY (${among})`);
  else if (search) conditions.push(sql`AND ${hasInside(search)}`);
  if (author !== undefined) conditions.push(sql`AND lower(b.author) = lower(${author})`);
  if (year !== undefined) conditions.push(sql`AND b.year = ${year}`);
  return conditions.length ? join(conditions, ' ') : empty;
}

/** In title or author, in a query over `blogs b`: what the index blogs_trigrams answers, from three characters on. */
function hasInside(search: string): Sql {
  const pattern = literalPattern(search);
  return sql`(b.title ILIKE ${pattern} OR b.author ILIKE ${pattern})`;
}

const SELDOM = 1000;

/** Texts that were found too often to be named, and until when they are taken to be: that decides how is searched, never what is found. */
const frequent = new Map<string, number>();
const STAYS_FREQUENT_MS = 60_000;

/**
 * The blogs that have `search` in title or author, unless they are too many to be worth naming. Asked first and apart,
 * because the planner cannot know which it is: walking the library in its order finds a page of what is frequent in 1 ms,
 * and looks at every blog for what is rare, 480 ms of 100,000. OFFSET 0 keeps it from thinking of the LIMIT.
 */
async function findSeldom(search: string): Promise<number[] | undefined> {
  if ((frequent.get(search) ?? 0) > Date.now()) return undefined;
  const [found] = await rows<{ ids: number[] | null }>(sql`
    SELECT CASE WHEN count(*) <= ${SELDOM} THEN coalesce(array_agg(id), '{}') END AS ids
    FROM (SELECT id FROM (SELECT b.id FROM blogs b WHERE ${hasInside(search)} OFFSET 0) found LIMIT ${SELDOM + 1}) few`);
  if (found?.ids) return found.ids;
  if (frequent.size >= SELDOM) frequent.clear();
  frequent.set(search, Date.now() + STAYS_FREQUENT_MS);
  return undefined;
}

/** A page of the library, and one row more if there is more. */
export async function selectBlogs(
  viewerId: number,
  filters: BlogFilters & { user?: number; url?: string },
  page: Page,
  order: Keyset,
): Promise<BlogRow[]> {
  const among = filters.search ? await findSeldom(filters.search) : undefined;
  if (among?.length === 0) return [];
  const { search, author, year } = filters;
  return rows<BlogRow>(
    sql`
    SELECT b.id, ${blogColumns(viewerId, filters.noteCounts)}, ${sortKey(order)}
    FROM blogs b JOIN users u ON u.id = b.user_id
    WHERE true ${blogFilters(filters, among)}
      ${filters.user === undefined ? empty : sql`AND b.user_id = ${filters.user}`}
      ${filters.url === undefined ? empty : sql`AND b.url = ${filters.url}`}
      ${behind(order, page.after)}
    ${orderBy(order)} LIMIT ${page.limit + 1}`,
    { quick: !isNarrowed({ search, author, year }) },
  );
}

/** The oldest other blog of the page that this one's address leads to. */
const SAME_AS = sql`(SELECT json_build_object('id', o.id, 'title', o.title)
  FROM articles a JOIN blogs o ON o.address_key = a.page_key WHERE a.blog_id = b.id AND o.id <> b.id
  ORDER BY o.id LIMIT 1) AS "sameAs"`;

export async function selectBlog(viewerId: number, id: number): Promise<BlogRow | undefined> {
  const [blog] = await rows<BlogRow>(
    sql`
    SELECT b.id, ${blogColumns(viewerId)}, ${SAME_AS} FROM blogs b JOIN users u ON u.id = b.user_id WHERE b.id = ${id}`,
    { quick: true },
  );
  return blog;
}

/** How many others hold a blog, and how. Asks the tables of features that this one must not import. */
export async function countHolders(viewerId: number, blogId: number) {
  const [counts] = await rows<{ users: number; readers: number; writers: number; teams: number }>(sql`
    SELECT count(DISTINCT user_id)::int AS users,
           count(DISTINCT user_id) FILTER (WHERE held = 'list')::int AS readers,
           count(DISTINCT user_id) FILTER (WHERE held = 'note')::int AS writers,
           count(DISTINCT team_id)::int AS teams
    FROM (SELECT user_id, 'list' AS held, NULL::int AS team_id FROM readinglists WHERE blog_id = ${blogId}
          UNION ALL SELECT user_id, 'note', NULL FROM notes WHERE blog_id = ${blogId} AND deleted_at IS NULL
          UNION ALL SELECT m.user_id, 'team', x.team_id FROM team_readings x
            JOIN memberships m ON m.team_id = x.team_id WHERE x.blog_id = ${blogId}) holders
    WHERE user_id <> ${viewerId}`);
  return counts ?? { users: 0, readers: 0, writers: 0, teams: 0 };
}

/** Likes a blog once; the row and the number change in one statement, so that many at once lose none. */
export async function insertLike(userId: number, blogId: number): Promise<void> {
  await writeAndPublish(
    sql`liked AS (
      INSERT INTO likes (user_id, blog_id, created_at, updated_at)
      SELECT ${userId}, b.id, now(), now() FROM blogs b WHERE b.id = ${blogId}
      ON CONFLICT (user_id, blog_id) DO NOTHING RETURNING blog_id),
    changed AS (UPDATE blogs SET likes = likes + 1 FROM liked WHERE blogs.id = liked.blog_id RETURNING blogs.id)`,
    TOLD,
  );
}

/** Takes a like back, if there is one. */
export async function deleteLike(userId: number, blogId: number): Promise<void> {
  await writeAndPublish(
    sql`unliked AS (DELETE FROM likes WHERE user_id = ${userId} AND blog_id = ${blogId} RETURNING blog_id),
    changed AS (
      UPDATE blogs SET likes = greatest(likes - 1, 0) FROM unliked WHERE blogs.id = unliked.blog_id RETURNING blogs.id)`,
    TOLD,
  );
}

/** The library is everybody's. */
const TOLD = sql`SELECT 'everyone', 'blogs', id FROM changed`;
