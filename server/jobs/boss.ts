import type PgBoss from 'pg-boss';
import { execute } from '../database/sql.ts';
import { afterCommit, apart } from '../database/transaction.ts';
import { makeDue } from './jobs.sql.ts';
import type { Jobs, Queue } from './queues.ts';
import { wake } from './wake.ts';

const SECONDS_A_DAY = 86_400;

let started: Promise<PgBoss> | undefined;

/** The queue on our own pool, so that a job that is sent inside a transaction commits, or vanishes, with it. */
export function boss(): Promise<PgBoss> {
  started ??= apart(start);
  return started;
}

async function start(): Promise<PgBoss> {
  const { default: PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: { executeSql: execute },
    migrate: false, // the schema moves by our migrations only
    supervise: false, // the runner does its maintenance, so that only a server that runs jobs does it
    schedule: false,
    archiveCompletedAfterSeconds: SECONDS_A_DAY,
    archiveFailedAfterSeconds: 30 * SECONDS_A_DAY,
    deleteAfterDays: 1, // from the archive, which nothing reads
  });
  boss.on('error', () => {}); // none without supervision; without a listener it would end the process
  return boss;
}

/**
 * Puts a job on its queue; it runs after the running transaction has committed. Of all jobs with the same `key` one runs
 * at a time.
 */
export async function enqueue<Q extends Queue>(queue: Q, data: Jobs[Q], key: string): Promise<void> {
  await (await boss()).send(queue, data, { singletonKey: key });
  afterCommit(wake);
}

/** Runs a job again that failed for good, or now one that waits for its next attempt. */
export async function runAgain(queue: Queue, id: string): Promise<void> {
  await (await boss()).retry(queue, id);
  await makeDue(queue, id);
  afterCommit(wake);
}
