import sql, { empty } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import type { Queue } from '../../jobs/queues.ts';
import type { JobState } from './jobs.schemas.ts';

/** A job as pg-boss keeps it, with the address that it is about. */
export interface JobRow {
  id: string;
  name: Queue;
  data: never;
  state: JobState;
  subject: string | null;
  blogId: number | null;
  reason: string | null;
  attempts: number;
  createdAt: string;
  nextAt: string | null;
  endedAt: string | null;
  sortKey: string;
}

/** Newest first. */
export const JOB_ORDER: Keyset = {
  name: 'newest',
  key: { sql: `to_char(j.created_on AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`, type: 'text' },
  id: 'j.id',
  idType: 'uuid',
  direction: 'DESC',
};

const STATES: Record<JobState, string[]> = {
  waiting: ['created'],
  running: ['active'],
  retrying: ['retry'],
  failed: ['failed', 'cancelled'],
  done: ['completed'],
};

const COLUMNS = sql`j.id, j.name, j.data, b.id AS "blogId", coalesce(b.url, f.url) AS subject,
  CASE j.state::text WHEN 'created' THEN 'waiting' WHEN 'active' THEN 'running' WHEN 'retry' THEN 'retrying'
    WHEN 'completed' THEN 'done' ELSE 'failed' END AS state,
  CASE WHEN j.state <> 'completed' THEN coalesce(j.output->>'message', j.output->'value'->>'message') END AS reason,
  j.retry_count + (j.started_on IS NOT NULL)::int AS attempts, j.created_on AS "createdAt",
  CASE WHEN j.state = 'retry' THEN j.start_after END AS "nextAt", j.completed_on AS "endedAt"`;

const TABLES = sql`pgboss.job j LEFT JOIN blogs b ON b.id = (j.data->>'blogId')::int
  LEFT JOIN feeds f ON f.id = (j.data->>'feedId')::int`;

/** A page of the jobs, and one row more if there is more. What was done a day ago is gone, what failed 30 days ago too. */
export function selectJobs(state: JobState | undefined, page: Page): Promise<JobRow[]> {
  const only = state && sql`AND j.state::text = ANY (${STATES[state]}::text[])`;
  return rows<JobRow>(sql`
    SELECT ${COLUMNS}, ${sortKey(JOB_ORDER)} FROM ${TABLES}
    WHERE true ${only ?? empty} ${behind(JOB_ORDER, page.after)}
    ${orderBy(JOB_ORDER)} LIMIT ${page.limit + 1}`);
}

export async function selectJob(id: string): Promise<JobRow | undefined> {
  const [job] = await rows<JobRow>(sql`SELECT ${COLUMNS} FROM ${TABLES} WHERE j.id = ${id}`);
  return job;
}
