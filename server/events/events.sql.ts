import sql, { type Sql } from 'sql-template-tag';
import { NOTIFY_CHANNEL } from '../database/channel.ts';
import { rows } from '../database/sql.ts';
import { KEPT_MS } from './position.ts';

/** One change as one channel hears it. */
export interface Told {
  channel: string;
  topic: string;
  id: number | null;
  /** The page that did it. */
  origin: string | null;
}

/** `INSERT` of what `changes` selects (channel, topic, id) into the log, with the transaction that it belongs to. */
export function logOf(changes: Sql, origin: string | null): Sql {
  return sql`INSERT INTO events (xid, channel, topic, subject_id, origin, created_at)
    SELECT pg_current_xact_id()::text::bigint, channel, topic, id, ${origin}::text, now()
    FROM (${changes}) AS e (channel, topic, id)`;
}

/** Writes events to the log. */
export async function insertEvents(events: Omit<Told, 'origin'>[], origin: string | null): Promise<void> {
  const column = <K extends keyof Told>(key: K) => events.map((event) => (event as Told)[key]);
  await rows(
    logOf(
      sql`SELECT * FROM unnest(${column('channel')}::text[], ${column('topic')}::text[], ${column('id')}::int[])`,
      origin,
    ),
  );
}

/**
 * Wakes everybody who listens, of every process: there may be something new in the log. It does not wait for the disk, since
 * there is nothing in a notification that could be lost.
 */
export async function notifyListeners(): Promise<void> {
  await rows(sql`SELECT set_config('synchronous_commit', 'off', true), pg_notify(${NOTIFY_CHANNEL}, '')`, {
    quick: true,
  });
}

/** What one statement could see, as PostgreSQL writes it: `oldest running:next one:running,running…`, numbers of transactions. */
export type Snapshot = string;

/**
 * The oldest transaction that was still running at a snapshot, or the next one: whatever commits later has this number or a
 * larger one. Events that somebody who stands at this horizon has not heard are all at or behind it.
 */
export function horizonOf(snapshot: Snapshot): number {
  return Number(snapshot.split(':')[0]);
}

/**
 * What was committed since a snapshot was taken, each thing once, and the snapshot that shows it, to go on from: nothing is
 * missed and nothing comes twice, in whatever order transactions commit. Without one, nothing, and where to begin.
 */
export async function selectEventsUnseen(
  seen: Snapshot | undefined,
  limit: number,
): Promise<{ told: Told[]; snapshot: Snapshot }> {
  const [, next = Number.MAX_SAFE_INTEGER, running = ''] = seen?.split(':') ?? [];
  // Not prepared: the planner would not know that `next` is nearly the end of the log.
  const [row] = await rows<{ told: Told[]; snapshot: Snapshot }>(
    sql`
    SELECT pg_current_snapshot()::text AS snapshot, (
      SELECT coalesce(json_agg(e), '[]') FROM (
        SELECT DISTINCT channel, topic, subject_id AS id, origin FROM events
        WHERE xid >= ${next}::bigint OR xid = ANY (${running.split(',').filter(Boolean)}::bigint[])
        LIMIT ${limit}) e) AS told`,
    { once: true },
  );
  return row as { told: Told[]; snapshot: Snapshot };
}

/** Whatever may have been told behind a horizon, each thing once; on no more than these channels. */
export function selectEventsSince(horizon: number, limit: number, channels: string[]): Promise<Told[]> {
  return rows<Told>(sql`
    SELECT DISTINCT channel, topic, subject_id AS id, origin FROM events
    WHERE xid >= ${horizon}::bigint AND channel = ANY (${channels})
    LIMIT ${limit}`);
}

/** Throws away what nobody can ask for any more. */
export async function removeOldEvents(): Promise<void> {
  await rows(sql`DELETE FROM events WHERE created_at < now() - ${KEPT_MS} * interval '1 millisecond'`);
}
