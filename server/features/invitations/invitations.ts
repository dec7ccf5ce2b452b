import { randomBytes } from 'node:crypto';
import { record } from '../../audit/record.ts';
import type { SignupPolicy } from '../../config.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, Gone, Invalid, NotFound } from '../../errors.ts';
import { hashToken } from '../sessions/sessions.ts';
import { joinTeam } from '../teams/members.ts';
import { Membership } from '../teams/membership.model.ts';
import type { TeamRef } from '../teams/teams.schemas.ts';
import { lockTeam, requireManager } from '../teams/teams.ts';
import type { Viewer } from '../users/viewer.ts';
import { Invitation } from './invitation.model.ts';
import type {
  InvitationAnswer,
  NewInvitation,
  NewInvitationAnswer,
  OpenInvitationAnswer,
} from './invitations.schemas.ts';
import { type InvitationRow, selectInvitation, takeUse } from './invitations.sql.ts';

const DAYS_7_MS = 7 * 86_400_000;

/** Makes an invitation to a team; the answer has the token, which is kept nowhere. @throws NotFound, Forbidden, Invalid. */
export async function invite(viewer: Viewer, teamId: number, wanted: NewInvitation): Promise<NewInvitationAnswer> {
  await requireManager(viewer, teamId);
  const { role, maxUses, expiresAt } = wanted;
  const end =
    expiresAt === undefined ? new Date(Date.now() + DAYS_7_MS) : expiresAt === null ? null : new Date(expiresAt);
  if (end && end.getTime() <= Date.now()) throw new Invalid('expiresAt is past', ['expiresAt must be in the future']);
  const token = randomBytes(32).toString('base64url');
  return transaction(database(), async () => {
    const { name } = await lockTeam(teamId);
    const { id } = await Invitation.create({
      tokenHash: hashToken(token),
      teamId,
      createdBy: viewer.id,
      role,
      maxUses,
      expiresAt: end,
    });
    await record(viewer, 'invitation-made', { id: teamId, name }, { invitation: id, role, maxUses, expiresAt: end });
    const row = await selectInvitation({ id });
    return { ...presentInvitation(row as InvitationRow), token };
  });
}

/** Takes an invitation back: its link opens nothing from now on; who joined by it stays. @throws NotFound, Forbidden. */
export async function revokeInvitation(viewer: Viewer, teamId: number, id: number): Promise<void> {
  await requireManager(viewer, teamId);
  const invitation = await Invitation.findOne({ where: { id, teamId } });
  if (!invitation) throw new NotFound('invitation');
  if (invitation.revokedAt) return;
  await transaction(database(), async () => {
    const { name } = await lockTeam(teamId);
    await invitation.update({ revokedAt: new Date() });
    await record(viewer, 'invitation-revoked', { id: teamId, name }, { invitation: id });
  });
}

/** The invitation that a token opens. @throws NotFound for none, Gone for one that is over, saying why. */
export async function findInvitation(token: string): Promise<InvitationRow> {
  const invitation = await selectInvitation({ tokenHash: hashToken(token) });
  if (!invitation) throw new NotFound('invitation');
  requireOpen(invitation);
  return invitation;
}

/**
 * Takes a user into the team of an invitation, with its role, and counts the use. Whoever is a member already stays as he is,
 * and no use is counted. @throws NotFound, Gone.
 */
export async function acceptInvitation(user: Pick<Viewer, 'id' | 'username'>, token: string): Promise<TeamRef> {
  const { id, teamId, teamName, role } = await findInvitation(token);
  await transaction(database(), async () => {
    await lockTeam(teamId);
    if (await Membership.findOne({ where: { teamId, userId: user.id } })) return;
    // Looked at again behind the lock: meanwhile its last use may have been taken, or its maker have lost his place.
    await findInvitation(token);
    if (!(await takeUse(id))) throw new Gone(OVER.used);
    await joinTeam(teamId, user.id, role);
    await record(user, 'invitation-used', { id: teamId, name: teamName }, { invitation: id, role });
  });
  return { id: teamId, name: teamName };
}

/**
 * Whether a new account may be created with an invitation. While sign-up is closed accounts come from admins alone, so then
 * only an admin's invitation creates one. @throws NotFound, Gone, Forbidden.
 */
export async function requireSignUpBy(token: string, policy: SignupPolicy): Promise<void> {
  if (!maySignUp(await findInvitation(token), policy))
    throw new Forbidden('sign-up is closed on this server; this invitation is for those who have an account');
}

function maySignUp({ makerIsAdmin }: InvitationRow, policy: SignupPolicy): boolean {
  return policy !== 'closed' || makerIsAdmin;
}

const OVER: Record<Exclude<InvitationAnswer['state'], 'open'>, string> = {
  revoked: 'this invitation was taken back; ask who sent it to you for a new one',
  expired: 'this invitation has expired; ask who sent it to you for a new one',
  used: 'this invitation was used as often as it may be; ask who sent it to you for a new one',
  void: 'who made this invitation may not invite any more; ask an owner of the team for a new one',
};

function requireOpen({ state }: InvitationRow): void {
  if (state !== 'open') throw new Gone(OVER[state]);
}

export function presentInvitation(row: InvitationRow): InvitationAnswer {
  const { id, role, state, uses, maxUses, expiresAt, createdAt } = row;
  return { id, role, state, uses, maxUses, expiresAt, createdAt, user: { id: row.makerId, name: row.makerName } };
}

export function presentOpenInvitation(row: InvitationRow, policy: SignupPolicy): OpenInvitationAnswer {
  return {
    team: { id: row.teamId, name: row.teamName },
    inviter: { name: row.makerName },
    role: row.role,
    expiresAt: row.expiresAt,
    signUp: maySignUp(row, policy),
  };
}
