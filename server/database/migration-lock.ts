import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectedEngine } from './sequelize.ts';

const LOCK = 0x6361_7272; // "carr"; any number that nobody else uses in this database
const POLL_MS = 200;

/**
 * Runs `work` while no other process migrates the same database. Umzug takes no lock: of two servers started together one
 * would fail. The lock is polled on a connection of its own, because waiting in pg_advisory_lock keeps a snapshot open and
 * deadlocks with CREATE INDEX CONCURRENTLY. The embedded engine has one owner and shares session locks, so it needs none.
 */
export async function withMigrationLock<T>(work: () => Promise<T>): Promise<T> {
  const engine = connectedEngine();
  if (engine.kind === 'embedded') return work();
  const client = new pg.Client({ ...engine.address, application_name: 'carrel migrate' });
  await client.connect();
  try {
    while (!(await client.query('SELECT pg_try_advisory_lock($1) AS got', [LOCK])).rows[0].got) await sleep(POLL_MS);
    return await work();
  } finally {
    await client.end(); // ends the session, and with it the lock
  }
}
