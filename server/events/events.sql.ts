import sql, { raw } from 'sql-template-tag';
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

/**
 * The oldest transaction that is still running, or the next one: whatever commits from now on has this number or a larger
 * one. Events that somebody who stands at this horizon has not heard are all at or behind it.
 */
const HORIZON = raw('pg_snapshot_xmin(pg_current_snapshot())::text');

/** Writes events to the log and, in the same statement, has them told at the commit of the running transaction. */
export async function insertEvents(events: Omit<Told, 'origin'>[], origin: string | null): Promise<void> {
  const column = <K extends keyof Told>(key: K) => events.map((event) => (event as Told)[key]);
  await rows(sql`
    WITH told AS (
      INSERT INTO events (xid, channel, topic, subject_id, origin, created_at)
      SELECT pg_current_xact_id()::text::bigint, channel, topic, id, ${origin}, now()
      FROM unnest(${column('channel')}::text[], ${column('topic')}::text[], ${column('id')}::int[]) AS e (channel, topic, id)
      RETURNING channel, topic, subject_id, origin)
    SELECT pg_notify(${NOTIFY_CHANNEL}, json_build_array(channel, topic, subject_id, origin, ${HORIZON})::text) FROM told`);
}

/** What `pg_notify` carried, and the horizon when it was published. */
export function readNotification(payload: string): { told: Told; horizon: number } {
  const [channel, topic, id, origin, horizon] = JSON.parse(payload);
  return { told: { channel, topic, id, origin }, horizon: Number(horizon) };
}

/** Whatever may have been told behind a horizon, each thing once; on no more than these channels, if they are given. */
export function selectEventsSince(horizon: number, limit: number, channels?: string[]): Promise<Told[]> {
  return rows<Told>(sql`
    SELECT DISTINCT channel, topic, subject_id AS id, origin FROM events
    WHERE xid >= ${horizon}::bigint AND (${channels ?? null}::text[] IS NULL OR channel = ANY (${channels ?? null}::text[]))
    LIMIT ${limit}`);
}

/** Where a listener that begins now stands. */
export async function selectHorizon(): Promise<number> {
  const [row] = await rows<{ horizon: string }>(sql`SELECT ${HORIZON} AS horizon`);
  return Number(row?.horizon);
}

/** Throws away what nobody can ask for any more. */
export async function removeOldEvents(): Promise<void> {
  await rows(sql`DELETE FROM events WHERE created_at < now() - ${KEPT_MS} * interval '1 millisecond'`);
}
