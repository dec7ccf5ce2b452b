import sql, { type Sql } from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { writeAndPublish } from '../../events/publish.ts';
import type { Viewer } from '../users/viewer.ts';
import type { Session } from './session.model.ts';

/** A session with its user, as it stands in the tables now. */
export interface FoundSession extends Viewer {
  disabled: boolean;
  expired: boolean;
  /** Whether its last use was written down longer than a minute ago. */
  stale: boolean;
  sliding: boolean;
}

export interface Account {
  id: number;
  username: string;
  name: string;
  disabled: boolean;
  passwordHash: string;
}

interface NewSession {
  userId: number;
  kind: Session['kind'];
  tokenHash: Buffer;
  ip: string;
  userAgent: string | undefined;
  expiresAt: Date;
  label?: string;
  sliding?: boolean;
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

/** Who a username, in any case, belongs to; disabled or not. */
export async function selectAccount(username: string): Promise<Account | undefined> {
  const [account] = await rows<Account>(
    sql`SELECT id, username, name, disabled, password_hash AS "passwordHash" FROM users WHERE lower(username) = ${username.toLowerCase()}`,
    { quick: true },
  );
  return account;
}

/** Puts a session in, tells the user's pages of it and records the `deed`, in one statement. @returns its id. */
export async function insertSession(session: NewSession, deed: Sql): Promise<number> {
  const { userId, kind, tokenHash, ip, userAgent, expiresAt, label = null, sliding = true } = session;
  const [made] = await writeAndPublish<{ id: number }>(
    sql`recorded AS (${deed}), changed AS (
      INSERT INTO sessions (user_id, kind, token_hash, ip, user_agent, expires_at, label, sliding, last_seen_at, created_at, updated_at)
      VALUES (${userId}, ${kind}, ${tokenHash}, ${ip}, ${userAgent?.slice(0, 500)}, ${expiresAt}, ${label}, ${sliding}, now(), now(), now())
      RETURNING id, user_id)`,
    sql`SELECT 'user:' || user_id, 'sessions', NULL::int FROM changed`,
  );
  return (made as { id: number }).id;
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
