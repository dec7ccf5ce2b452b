import sql from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import type { Viewer } from '../users/viewer.ts';

/** A session with its user, as it stands in the tables now. */
export interface FoundSession extends Viewer {
  disabled: boolean;
  expired: boolean;
  /** Whether its last use was written down longer than a minute ago. */
  stale: boolean;
  sliding: boolean;
}

interface Question {
  tokenHash: Buffer;
  answer: (found: FoundSession | undefined) => void;
  fail: (error: unknown) => void;
}

let questions: Question[] = [];

/**
 * The session of a token. Whatever is asked in the same turn of the event loop goes to the database as one statement: sending
 * one and reading its answer is half of the work of a small request, and under load several requests arrive in a turn.
 */
export function findSession(tokenHash: Buffer): Promise<FoundSession | undefined> {
  return new Promise((answer, fail) => {
    questions.push({ tokenHash, answer, fail });
    if (questions.length === 1) setImmediate(askAtOnce);
  });
}

async function askAtOnce(): Promise<void> {
  const asked = questions;
  questions = [];
  try {
    const found: FoundSession[] = [];
    for (const { place, ...session } of await selectSessions(asked.map(({ tokenHash }) => tokenHash)))
      found[place - 1] = session;
    for (const [i, { answer }] of asked.entries()) answer(found[i]);
  } catch (error) {
    for (const { fail } of asked) fail(error);
  }
}

/** The sessions of these tokens, each with its place among them, from 1. */
function selectSessions(tokenHashes: Buffer[]) {
  return rows<FoundSession & { place: number }>(
    sql`
    SELECT asked.place::int, s.id AS "sessionId", s.expires_at <= now() AS expired, s.sliding,
           s.last_seen_at < now() - interval '1 minute' AS stale, u.id, u.username, u.name, u.admin, u.disabled
    FROM unnest(${tokenHashes}::bytea[]) WITH ORDINALITY AS asked (hash, place)
    JOIN sessions s ON s.token_hash = asked.hash JOIN users u ON u.id = s.user_id`,
    { quick: true },
  );
}
