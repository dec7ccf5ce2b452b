import sql from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';

export interface AuthorRow {
  /** The smallest id of the author's blogs: a tie-break for the pages, and nothing more. */
  id: number;
  author: string;
  blogs: number;
  likes: number;
  sortKey: number;
}

/** Most likes first. */
export const AUTHOR_ORDER: Keyset = {
  name: 'likes',
  key: { sql: 'a.likes', type: 'int' },
  id: 'a.id',
  direction: 'DESC',
};

/** A page of the authors with what they wrote, counted by the database, and one row more if there is more. */
export function selectAuthors(page: Page): Promise<AuthorRow[]> {
  return rows<AuthorRow>(sql`
    SELECT a.*, ${sortKey(AUTHOR_ORDER)}
    FROM (SELECT min(id) AS id, author, count(*)::int AS blogs, least(sum(likes), 2147483647)::int AS likes
          FROM blogs WHERE author IS NOT NULL GROUP BY author) a
    WHERE true ${behind(AUTHOR_ORDER, page.after)}
    ${orderBy(AUTHOR_ORDER)} LIMIT ${page.limit + 1}`);
}
