import sql from 'sql-template-tag';
import { database } from '../../database/sequelize.ts';
import { rows } from '../../database/sql.ts';
import { transaction } from '../../database/transaction.ts';
import type { Viewer } from '../users/viewer.ts';
import { Article } from './article.model.ts';
import type { BlogRow } from './blogs.sql.ts';
import { findBlog } from './blogs.ts';
import { startFetch } from './startFetch.ts';

/**
 * Has a blog's page fetched, for the first time or again; anybody may ask. One that waits already only goes on waiting, and
 * the job that failed before gives way to the new one.
 */
export async function fetchAgain(viewer: Viewer, id: number): Promise<BlogRow> {
  await transaction(database(), async () => {
    const blog = await findBlog(viewer, id);
    const article = await Article.findByPk(id, { attributes: ['state'], lock: true });
    if (article?.state === 'waiting') return;
    await rows(sql`
      DELETE FROM pgboss.job WHERE name = 'fetch-article' AND state = 'failed' AND (data->>'blogId')::int = ${id}`);
    await startFetch(blog);
  });
  return findBlog(viewer, id);
}
