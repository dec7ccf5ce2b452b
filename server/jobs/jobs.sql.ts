import sql, { empty } from 'sql-template-tag';
import { CONNECTION_NAME, connectedEngine } from '../database/sequelize.ts';
import { rows } from '../database/sql.ts';
import type { Queue } from './queues.ts';

/** A job that is to be run now. */
export interface TakenJob {
  id: string;
  name: Queue;
  data: never;
  /** Whether it fails for good when it fails now. */
  last: boolean;
}

/**
 * Takes the oldest jobs that are due, at most one of a key and none of a key that runs already. pg-boss's own fetch looks
 * at the oldest job only: a hundred pages of one slow host would hold up every other host.
 */
export function takeJobs(limit: number): Promise<TakenJob[]> {
  return rows<TakenJob & { last: boolean }>(sql`
    UPDATE pgboss.job SET state = 'active', started_on = now(),
      retry_count = CASE WHEN started_on IS NOT NULL THEN retry_count + 1 ELSE retry_count END
    FROM (SELECT name, id FROM (
            SELECT DISTINCT ON (singleton_key) name, id, created_on FROM pgboss.job due
            WHERE state < 'active' AND start_after <= now() AND NOT EXISTS
              (SELECT FROM pgboss.job running WHERE running.state = 'active' AND running.singleton_key = due.singleton_key)
            ORDER BY singleton_key, created_on, id) first_of_key
          ORDER BY created_on, id LIMIT ${limit}) next
    WHERE job.name = next.name AND job.id = next.id AND job.state < 'active'
    RETURNING job.id, job.name, job.data, job.retry_count >= job.retry_limit AS last`);
}

/** Lets a running job fail for good, although it might be tried again. */
export async function forbidRetry(name: Queue, id: string): Promise<void> {
  await rows(sql`UPDATE pgboss.job SET retry_limit = retry_count WHERE name = ${name} AND id = ${id}`);
}

/** Puts off the next attempt by as many seconds at least. */
export async function putOff(name: Queue, id: string, seconds: number): Promise<void> {
  await rows(sql`
    UPDATE pgboss.job SET start_after = greatest(start_after, now() + ${seconds}::int * interval '1 second')
    WHERE name = ${name} AND id = ${id} AND state = 'retry'`);
}

/** Gives a running job back to the queue, as if it had not been taken. */
export async function giveBack(name: Queue, id: string): Promise<void> {
  await rows(sql`
    UPDATE pgboss.job SET state = 'retry', start_after = now(), retry_limit = retry_limit + 1
    WHERE name = ${name} AND id = ${id} AND state = 'active'`);
}

/**
 * Jobs that a server left running when it was killed. Known for sure only where no other server can be running them: on
 * the embedded engine, or when nobody else is connected. Otherwise they are found when their time is over.
 */
export async function findAbandoned(): Promise<{ name: Queue; id: string }[]> {
  const alone =
    connectedEngine().kind === 'embedded'
      ? empty
      : sql`AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
              AND application_name LIKE 'carrel %' AND application_name NOT IN (${CONNECTION_NAME}, 'carrel migrate'))`;
  return rows<{ name: Queue; id: string }>(sql`SELECT name, id FROM pgboss.job WHERE state = 'active' ${alone}`);
}

/** Makes a job that waits for another attempt due now. */
export async function makeDue(name: Queue, id: string): Promise<void> {
  await rows(sql`
    UPDATE pgboss.job SET start_after = now() WHERE name = ${name} AND id = ${id} AND state = 'retry'`);
}
