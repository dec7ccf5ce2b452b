import sql from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import type { Article } from './article.model.ts';

const COLUMNS = sql`blog_id AS "blogId", state, reason, withheld, html, language, direction, site_name AS "siteName",
  published_at AS "publishedAt", fetched_at AS "fetchedAt", word_count AS "wordCount", reading_minutes AS "readingMinutes"`;

/** Times as ISO 8601 text. */
export interface ArticleRow
  extends Pick<
    Article,
    | 'blogId'
    | 'state'
    | 'reason'
    | 'withheld'
    | 'html'
    | 'language'
    | 'direction'
    | 'siteName'
    | 'wordCount'
    | 'readingMinutes'
  > {
  publishedAt: string | null;
  fetchedAt: string | null;
}

export async function selectArticle(blogId: number): Promise<ArticleRow | undefined> {
  const [article] = await rows<ArticleRow>(sql`SELECT ${COLUMNS} FROM articles WHERE blog_id = ${blogId}`, {
    quick: true,
  });
  return article;
}

/** Whether a blog's text shows the picture at an address; looked for in the database, since the text may be megabytes. */
export async function hasImage(blogId: number, src: string): Promise<boolean> {
  // As the sanitiser writes an attribute: absolute addresses have no quotes and no angle brackets.
  const attribute = `src="${src.replaceAll('&', '&amp;')}"`;
  const found = await rows(sql`
    SELECT 1 FROM articles WHERE blog_id = ${blogId} AND strpos(html, ${attribute}) > 0`);
  return found.length > 0;
}
