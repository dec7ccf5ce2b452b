import sql, { type Sql } from 'sql-template-tag';
import { caller } from '../caller.ts';
import { rows } from '../database/sql.ts';
import { runningTransaction } from '../database/transaction.ts';

export const ACTIONS = [
  'signed-in',
  'sign-in-failed',
  'session-ended',
  'sessions-ended',
  'token-created',
  'user-created',
  'password-changed',
  'username-changed',
  'disabled',
  'enabled',
  'promoted',
  'demoted',
  'member-added',
  'member-removed',
  'member-left',
  'role-changed',
  'invitation-made',
  'invitation-revoked',
  'invitation-used',
  'blog-deleted',
  'team-deleted',
  'exported',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What a deed is done to. */
interface Subject {
  id?: number;
  name: string;
}

/**
 * Writes a deed into the audit log, in the transaction of the deed: both are there or neither. Who did it is the viewer (the
 * operator of the command line has the id 0), or null where nobody was signed in; the address is that of the running request.
 * @throws Error outside of a transaction.
 */
export async function record(
  actor: { id: number; username: string } | null,
  action: Action,
  subject: Subject,
  details?: object,
): Promise<void> {
  if (!runningTransaction()) throw new Error('record() belongs into the transaction of the deed.');
  await rows(deedOf(actor, action, subject, details));
}

/** The `INSERT` of a deed into the audit log, for a statement that does the deed itself. */
export function deedOf(
  actor: { id: number; username: string } | null,
  action: Action,
  subject: Subject,
  details?: object,
): Sql {
  const name = actor ? (actor.id ? actor.username : 'operator') : 'nobody';
  return sql`INSERT INTO audit_events (actor_id, actor, action, subject_id, subject, ip, details, created_at)
    VALUES (${actor?.id || null}::int, ${name}, ${action}, ${subject.id ?? null}::int, ${subject.name}, ${caller()?.ip ?? null},
            ${details ? JSON.stringify(details) : null}::jsonb, now())`;
}
