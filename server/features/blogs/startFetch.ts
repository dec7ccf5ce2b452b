import sql from 'sql-template-tag';
import { database } from '../../database/sequelize.ts';
import { rows } from '../../database/sql.ts';
import { transaction } from '../../database/transaction.ts';
import { enqueue } from '../../jobs/boss.ts';

/** Has a blog's page fetched by a job, once the running transaction has committed. What is there of it stays until then. */
export async function startFetch({ id, url }: { id: number; url: string }): Promise<void> {
  await transaction(database(), async () => {
    await rows(sql`
      INSERT INTO articles (blog_id, state, created_at, updated_at) VALUES (${id}, 'waiting', now(), now())
      ON CONFLICT (blog_id) DO UPDATE SET state = 'waiting', reason = NULL, updated_at = now()`);
    await enqueue('fetch-article', { blogId: id }, hostOf(url));
  });
}

/** Articles that wait although no job will ever fetch them (it ran out of time, too often) have failed. */
export async function settleLostFetches(): Promise<void> {
  await rows(sql`
    UPDATE articles SET state = 'failed', updated_at = now(),
      reason = coalesce(reason, 'Reading the page took too long, or ended the server; it was given up.')
    WHERE state = 'waiting' AND NOT EXISTS (
      SELECT FROM pgboss.job WHERE name = 'fetch-article' AND job.state < 'completed'
        AND (data->>'blogId')::int = articles.blog_id)`);
}

/** Of one host one page is fetched at a time. */
function hostOf(url: string): string {
  return new URL(url).host;
}
