import sql from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';

export interface AuthorRow {
  /** A tie-break for the pages, and nothing more. */
  id: number;
  author: string;
  blogs: number;
  likes: number;
  sortKey: number;
}

/** Most likes first. */
export const AUTHOR_ORDER: Keyset = {
  name: 'likes',
  key: { sql: 'least(a.likes, 2147483647)', type: 'int' },
  id: 'a.id',
  direction: 'DESC',
};

/** A page of the authors with what they wrote, and one row more if there is more. */
export function selectAuthors(page: Page): Promise<AuthorRow[]> {
  return rows<AuthorRow>(
    sql`
    SELECT a.id, a.author, a.blogs, least(a.likes, 2147483647)::int AS likes, least(a.likes, 2147483647)::int AS "sortKey"
    FROM authors a WHERE true ${behind(AUTHOR_ORDER, page.after)}
    ${orderBy(AUTHOR_ORDER)} LIMIT ${page.limit + 1}`,
    { quick: true },
  );
}
