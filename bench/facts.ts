import type pg from 'pg';
import { READERS, SIZES, type Size } from './library.ts';

/** What the workloads ask for, as it is in the library that they run on. */
export interface Facts {
  size: Size;
  /** Users with 50 readings. */
  readers: number[];
  /** Blogs, the popular ones more often, as they are opened. */
  blogs: number[];
  teams: number[];
  /** Entries of the readers' reading lists. */
  entries: { id: number; userId: number; read: boolean }[];
  /** Blogs that are not on the list of somebody who has few. */
  free: { userId: number; blogId: number }[];
  /** The newest entry of any list. */
  lastEntry: number;
  /** Page 1,000 of the blogs, or the last one of a library that has fewer; `last` stands at the end of the page before it. */
  deep: { page: number; last: { id: number; likes: number } };
}

/** Items to a page wherever a workload pages. */
export const PAGE = 50;

const MOST_FREE = 60_000; // pairs: more than any server adds within half a minute

export async function readFacts(client: pg.Client, size: Size): Promise<Facts> {
  const { users, blogs } = SIZES[size];
  const list = async <Row>(text: string) => (await client.query(text)).rows as Row[];
  const ids = async (text: string) => (await list<{ id: number }>(text)).map(({ id }) => id);
  const page = Math.min(1000, blogs / PAGE);
  const [last] = await list<{ id: number; likes: number }>(
    `SELECT id, likes FROM blogs ORDER BY likes DESC, id DESC LIMIT 1 OFFSET ${(page - 1) * PAGE - 1}`,
  );
  return {
    size,
    readers: await ids(`SELECT id FROM users WHERE id BETWEEN ${READERS.from} AND ${READERS.to}`),
    blogs: await ids('SELECT blog_id AS id FROM readinglists ORDER BY id DESC LIMIT 500'),
    teams: await ids('SELECT id FROM teams ORDER BY id LIMIT 100'),
    entries: await list(
      `SELECT id, user_id AS "userId", read FROM readinglists WHERE user_id BETWEEN ${READERS.from} AND ${READERS.to} ORDER BY id`,
    ),
    free: await list(
      `SELECT u.id AS "userId", b.id AS "blogId" FROM generate_series(1, ${Math.min(blogs, 2000)}) b(id), generate_series(${READERS.to + 1}, ${Math.min(users, 200)}) u(id)
       WHERE NOT EXISTS (SELECT FROM readinglists r WHERE r.user_id = u.id AND r.blog_id = b.id)
       ORDER BY hashint4(b.id * 1009 + u.id) LIMIT ${MOST_FREE}`,
    ),
    lastEntry: (await ids('SELECT max(id) AS id FROM readinglists'))[0] as number,
    deep: { page, last: last as { id: number; likes: number } },
  };
}
