import { createHash, randomBytes } from 'node:crypto';
import { Op } from 'sequelize';
import { deedOf, record } from '../../audit/record.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Invalid, NotFound, Unauthorized } from '../../errors.ts';
import { ACCESS, publish } from '../../events/publish.ts';
import { isPassword } from '../users/password.ts';
import { findUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';
import { Session } from './session.model.ts';
import type { Login, NewToken, SessionAnswer } from './sessions.schemas.ts';
import { type Account, findSession, insertSession, selectAccount } from './sessions.sql.ts';

const DAY_MS = 86_400_000;

/** Where a session is used from. */
export interface Client {
  ip: string;
  userAgent: string | undefined;
}

/**
 * Starts a session for a username (any case) and password.
 * @throws Unauthorized with the same words and after the same time for an unknown user and a wrong password.
 */
export async function logIn(
  { username, password }: Login,
  client: Client,
  days: number,
): Promise<{ token: string; user: Account }> {
  const user = await selectAccount(username.trim());
  const right = await isPassword(password, user?.passwordHash);
  if (!user || !right || user.disabled) {
    const reason = user?.disabled && right ? 'account disabled' : 'wrong username or password';
    await transaction(database(), () =>
      record(null, 'sign-in-failed', { id: user?.id, name: username.trim() }, { reason }),
    );
    throw new Unauthorized(user && right ? 'account disabled, please contact admin' : 'invalid username or password');
  }
  const { token, tokenHash } = makeToken();
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  const deed = deedOf(user, 'signed-in', { id: user.id, name: user.username });
  await insertSession({ ...client, userId: user.id, kind: 'login', tokenHash, expiresAt }, deed);
  return { token, user };
}

/** Makes an API token. Without `expiresAt` it lives as a login does; with it, to that time. @throws Invalid for a past time. */
export async function createToken(
  viewer: Viewer,
  { label, expiresAt }: NewToken,
  client: Client,
  days: number,
): Promise<{ token: string; session: Session }> {
  const end = expiresAt ? new Date(expiresAt) : new Date(Date.now() + days * DAY_MS);
  if (end.getTime() <= Date.now()) throw new Invalid('expiresAt is past', ['expiresAt must be in the future']);
  const { token, tokenHash } = makeToken();
  const name = label.trim();
  const deed = deedOf(viewer, 'token-created', { id: viewer.id, name: viewer.username }, { label: name, expiresAt });
  const made = {
    userId: viewer.id,
    kind: 'token',
    tokenHash,
    expiresAt: end,
    label: name,
    sliding: !expiresAt,
  } as const;
  const id = await insertSession({ ...client, ...made }, deed);
  return { token, session: await Session.findByPk(id, { rejectOnEmpty: true }) };
}

function makeToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/**
 * Answers who holds a token, from the table on every request: a cache would keep an ended session alive. `touched` says that
 * this use moved the session's end on; it is written at most once a minute, since reading a list must not cost a write.
 * @throws Unauthorized for an unknown, ended or expired token and for a disabled user.
 */
export async function identify(token: string, days: number): Promise<{ viewer: Viewer; touched: boolean }> {
  const found = await findSession(hashToken(token));
  if (!found || found.expired) throw new Unauthorized();
  const { id, username, name, admin, sessionId, disabled, stale, sliding } = found;
  if (disabled) throw new Unauthorized('account disabled, please contact admin');
  if (stale) {
    const now = Date.now();
    const expiresAt = sliding ? { expiresAt: new Date(now + days * DAY_MS) } : {};
    await Session.update({ lastSeenAt: new Date(now), ...expiresAt }, { where: { id: sessionId } });
  }
  return { viewer: { id, username, name, admin, sessionId }, touched: stale };
}

/** One's own sessions that still live, the last used first. */
export function listSessions(viewer: Pick<Viewer, 'id'>): Promise<Session[]> {
  return Session.findAll({
    where: { userId: viewer.id, expiresAt: { [Op.gt]: new Date() } },
    order: [
      ['lastSeenAt', 'DESC'],
      ['id', 'DESC'],
    ],
    limit: 500,
  });
}

/** Ends one of one's own sessions. @throws NotFound. */
export async function endSession(viewer: Viewer, id: number): Promise<void> {
  await transaction(database(), async () => {
    if (!(await Session.destroy({ where: { id, userId: viewer.id } }))) throw new NotFound('session');
    await record(viewer, 'session-ended', { id: viewer.id, name: viewer.username });
    await publishEnd(viewer.id);
  });
}

/** Ends the sessions of a user but `exceptId`; answers how many. Who may is for the caller to say. @throws NotFound for an unknown user. */
export async function endSessionsOf(
  viewer: Pick<Viewer, 'id' | 'username'>,
  userId: number,
  exceptId?: number,
): Promise<number> {
  const { username } = await findUser(userId);
  return transaction(database(), async () => {
    const ended = await Session.destroy({ where: { userId, ...(exceptId && { id: { [Op.ne]: exceptId } }) } });
    await record(viewer, 'sessions-ended', { id: userId, name: username }, { ended });
    await publishEnd(userId);
    return ended;
  });
}

/** The streams of the ended sessions close, and the user's other pages show their sessions anew. */
function publishEnd(userId: number): Promise<void> {
  return publish({ topic: ACCESS, to: `user:${userId}` }, { topic: 'sessions', to: `user:${userId}` });
}

/** Throws away sessions that expired; they answer 401 with or without their row. */
export function removeExpiredSessions(): Promise<number> {
  return Session.destroy({ where: { expiresAt: { [Op.lt]: new Date() } } });
}

/** What is kept of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function presentSession(viewer: Pick<Viewer, 'sessionId'>, session: Session): SessionAnswer {
  const { id, kind } = session;
  return {
    id,
    kind,
    label: session.label ?? null,
    userAgent: session.userAgent ?? null,
    ip: session.ip ?? null,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    current: id === viewer.sessionId,
  };
}
