import sql from 'sql-template-tag';
import { rows } from '../../database/sql.ts';

export interface DueDigest {
  id: number;
  username: string;
  name: string;
  token: string;
  /** When the one before was sent. */
  since: string;
}

/**
 * Takes a digest that is due, so that no other process takes it: what is taken counts as sent. None when nothing is due.
 * Rows that another process is taking at this moment are passed over, not waited for.
 */
export async function takeDueDigest(): Promise<DueDigest | undefined> {
  const [due] = await rows<DueDigest>(sql`
    WITH due AS (
      SELECT d.user_id, d.sent_at, u.username, u.name FROM digests d JOIN users u ON u.id = d.user_id AND NOT u.disabled
      WHERE d.sent_at < now() - interval '7 days' ORDER BY d.sent_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
    UPDATE digests d SET sent_at = now() FROM due WHERE d.user_id = due.user_id
    RETURNING due.user_id AS id, due.username, due.name, d.token, due.sent_at AS since`);
  return due;
}

/** Gives back one that could not be sent; it is due again in an hour. */
export async function giveDigestBack(userId: number): Promise<void> {
  await rows(sql`UPDATE digests SET sent_at = now() - interval '7 days' + interval '1 hour' WHERE user_id = ${userId}`);
}

/** The teams somebody belongs to, by name. */
export function selectTeamsOf(userId: number): Promise<{ id: number; name: string }[]> {
  return rows(sql`
    SELECT t.id, t.name FROM teams t JOIN memberships m ON m.team_id = t.id
    WHERE m.user_id = ${userId} ORDER BY lower(t.name) LIMIT 20`);
}
