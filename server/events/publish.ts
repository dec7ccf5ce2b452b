import type { QueryResultRow } from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import { caller } from '../caller.ts';
import { rows } from '../database/sql.ts';
import { afterCommit, runningTransaction } from '../database/transaction.ts';
import { insertEvents, logOf } from './events.sql.ts';
import { ring } from './ring.ts';

/** Who hears an event: everybody who is signed in, the admins, every session of one user, or the members of a team. */
export type Channel = 'everyone' | 'admins' | `user:${number}` | `team:${number}`;

/** What changed, and who may know. `id` names the one thing; without it anything of the topic may have changed. */
export interface Change {
  topic: string;
  id?: number;
  to: Channel | Channel[];
}

/** The topic that makes every stream of a user look again who he is and what he may hear; to `user:ID`. */
export const ACCESS = 'access';

/**
 * Tells open pages, of every server process on this database, that something changed; told when the running transaction
 * has committed, never when it rolls back. It says what, and never how it looks now: whoever hears it fetches that anew and gets
 * what he may see. One statement, however many changes; a set of rows changed at once is one change without `id`.
 *
 *     await transaction(database(), async () => {
 *       const note = await Note.create(…);
 *       await publish({ topic: 'notes', id: note.id, to: `team:${teamId}` });
 *     });
 *
 * A new topic needs one line in web/src/live/topics.ts: which queries of the web client it makes stale.
 * @throws Error outside of a transaction: it would tell of what may not have happened.
 */
export async function publish(...changes: Change[]): Promise<void> {
  if (!runningTransaction()) throw new Error('publish() belongs into the transaction of what it tells.');
  const events = changes.flatMap(({ topic, id = null, to }) => [to].flat().map((channel) => ({ channel, topic, id })));
  if (!events.length) return;
  await insertEvents(events, caller()?.page ?? null);
  afterCommit(ring);
}

/**
 * Writes and publishes in one statement, which is its own transaction where none is running: for what is done often, since it
 * takes one round trip instead of four. `write` is what stands behind WITH and ends in `changed AS (…)`; `told` selects
 * channel, topic and id from that.
 *
 *     await writeAndPublish<EntryRow>(
 *       sql`changed AS (UPDATE readinglists SET … RETURNING id, user_id)`,
 *       sql`SELECT 'user:' || user_id, 'readinglists', id FROM changed`);
 *
 * @returns what was changed; without that nothing is told.
 */
export async function writeAndPublish<Row extends QueryResultRow>(write: Sql, told: Sql): Promise<Row[]> {
  const changed = await rows<Row>(sql`
    WITH ${write}, told AS (${logOf(told, caller()?.page ?? null)}) SELECT * FROM changed`);
  if (changed.length) afterCommit(ring);
  return changed;
}
