import { record } from '../../audit/record.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import { notify } from '../notifications/notify.ts';
import { findUser, findUserByUsername } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';
import { Membership, type Role } from './membership.model.ts';
import { bring, lockBlogs, withdraw } from './spread.sql.ts';
import type { MemberAnswer, MemberChange, NewMember } from './teams.schemas.ts';
import { lockTeam, lockTeamOf, publishTeam } from './teams.ts';

/** Takes somebody into a team, by id or username, and puts its list on his. @throws NotFound, Forbidden, Invalid when he belongs to it already. */
export async function addMember(viewer: Viewer, teamId: number, member: NewMember): Promise<MemberAnswer> {
  return transaction(database(), async () => {
    const team = await lockTeamOf(viewer, teamId);
    const { userId, username, role = 'member' } = member;
    if (userId === undefined && username === undefined)
      throw new Invalid('nobody is named', ['userId or username is required']);
    const user = userId === undefined ? await findUserByUsername(username as string) : await findUser(userId);
    if (!(await joinTeam(teamId, user.id, role)))
      throw new Invalid('already a member', [`${user.name} is already a member of this team`]);
    await record(viewer, 'member-added', { id: user.id, name: user.username }, { team: team.name, role });
    await notify(viewer, [user.id], { kind: 'added-to-team', teamId });
    return { id: user.id, name: user.name, role };
  });
}

/**
 * Makes a user a member and puts the team's list on his; false when he is one already. The team must be locked.
 */
export async function joinTeam(teamId: number, userId: number, role: Role): Promise<boolean> {
  if (await Membership.findOne({ where: { teamId, userId } })) return false;
  await Membership.create({ teamId, userId, role });
  await lockBlogs({ teamId });
  await bring({ teamId, userId });
  await publishTeam(teamId, userId);
  return true;
}

/**
 * Changes a member's role (owners and admins), or whether he hides from the team what he has read (he himself).
 * @throws Invalid for no change or when no owner would be left, NotFound, Forbidden.
 */
export async function changeMember(
  viewer: Viewer,
  teamId: number,
  userId: number,
  { role, hidesProgress }: MemberChange,
): Promise<MemberAnswer> {
  if (role === undefined && hidesProgress === undefined)
    throw new Invalid('nothing to change', ['role or hidesProgress is required']);
  return transaction(database(), async () => {
    const team = role === undefined ? await lockTeam(teamId) : await lockTeamOf(viewer, teamId);
    const membership = await findMembership(teamId, userId);
    if (hidesProgress !== undefined && userId !== viewer.id)
      throw new Forbidden('only the member may say whether the team sees what he has read');
    if (role === 'member') await requireAnotherOwner(membership);
    await membership.update({ role, hidesProgress });
    await publishTeam(teamId);
    if (hidesProgress !== undefined) await publish({ topic: 'team-readings', id: teamId, to: `team:${teamId}` });
    const { name, username } = await findUser(userId);
    if (role !== undefined)
      await record(viewer, 'role-changed', { id: userId, name: username }, { team: team.name, role });
    return { id: userId, name, role: membership.role, hidesProgress: membership.hidesProgress };
  });
}

/**
 * Removes a member, or leaves a team oneself; what he has only through it and never touched goes from his list.
 * @throws NotFound, Forbidden, Invalid when others would stay without an owner.
 */
export async function removeMember(viewer: Viewer, teamId: number, userId: number): Promise<void> {
  await transaction(database(), async () => {
    const leaves = userId === viewer.id;
    const team = leaves ? await lockTeam(teamId) : await lockTeamOf(viewer, teamId);
    const membership = await findMembership(teamId, userId);
    await requireAnotherOwner(membership);
    await lockBlogs({ teamId });
    await withdraw({ teamId, userId });
    await membership.destroy();
    const { username } = await findUser(userId);
    await record(
      viewer,
      leaves ? 'member-left' : 'member-removed',
      { id: userId, name: username },
      { team: team.name },
    );
    await publishTeam(teamId, userId);
  });
}

async function findMembership(teamId: number, userId: number): Promise<Membership> {
  const membership = await Membership.findOne({ where: { teamId, userId } });
  if (!membership) throw new NotFound('member');
  return membership;
}

/** @throws Invalid when this is the last owner and there are members beside him. */
async function requireAnotherOwner({ teamId, role }: Membership): Promise<void> {
  if (role !== 'owner' || (await Membership.count({ where: { teamId, role: 'owner' } })) > 1) return;
  if ((await Membership.count({ where: { teamId } })) > 1)
    throw new Invalid('the last owner may not go while others remain; make somebody else an owner first');
}
