import { record } from '../../audit/record.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, NotFound } from '../../errors.ts';
import { ACCESS, publish } from '../../events/publish.ts';
import type { Viewer } from '../users/viewer.ts';
import { Membership, type Role } from './membership.model.ts';
import { lockBlogs, withdraw } from './spread.sql.ts';
import { Team } from './team.model.ts';
import type { TeamAnswer, TeamBody, TeamPageAnswer } from './teams.schemas.ts';
import { selectTeam, type TeamRow } from './teams.sql.ts';

/** A team with its members; who of them hides his progress only its members and admins see. @throws NotFound. */
export async function findTeam(viewer: Viewer, id: number): Promise<TeamPageAnswer> {
  const team = await selectTeam(viewer.id, id);
  if (!team) throw new NotFound('team');
  const { members } = team;
  const isInside = team.role !== null || viewer.admin;
  const seen = isInside ? members : members.map(({ hidesProgress: _, ...member }) => member);
  return { ...presentTeam(team), members: seen };
}

/** Founds a team with the viewer as its owner. @throws UniqueConstraintError when the name is taken. */
export async function foundTeam(viewer: Viewer, { name }: TeamBody): Promise<TeamPageAnswer> {
  const team = await transaction(database(), async () => {
    const created = await Team.create({ name: name.trim() });
    await Membership.create({ teamId: created.id, userId: viewer.id, role: 'owner' });
    await publishTeam(created.id, viewer.id);
    return created;
  });
  return findTeam(viewer, team.id);
}

/** @throws NotFound, Forbidden, UniqueConstraintError when the name is taken. */
export async function renameTeam(viewer: Viewer, id: number, { name }: TeamBody): Promise<TeamPageAnswer> {
  await transaction(database(), async () => {
    const team = await lockTeamOf(viewer, id);
    await team.update({ name: name.trim() });
    await publishTeam(id);
  });
  return findTeam(viewer, id);
}

/** Deletes a team; its members' own lists become what they are when all of them leave. @throws NotFound, Forbidden. */
export async function deleteTeam(viewer: Viewer, id: number): Promise<void> {
  await transaction(database(), async () => {
    const team = await lockTeamOf(viewer, id);
    await lockBlogs({ teamId: id });
    await withdraw({ teamId: id });
    await team.destroy();
    await record(viewer, 'team-deleted', { id, name: team.name });
    await publish({ topic: 'readinglists', to: `team:${id}` });
    await publishTeam(id);
  });
}

/** Everybody sees the teams; a member who came or went has another list, and hears from now on what is the team's alone, or no more. */
export function publishTeam(id: number, memberId?: number): Promise<void> {
  const access = memberId ? [ACCESS, 'readinglists'].map((topic) => ({ topic, to: `user:${memberId}` as const })) : [];
  return publish({ topic: 'teams', id, to: 'everyone' }, ...access);
}

/**
 * The team, for an owner of it or an admin; inside a transaction it stays locked, so that changes of its members come one
 * after the other. @throws NotFound, Forbidden.
 */
export async function lockTeamOf(viewer: Viewer, id: number): Promise<Team> {
  const team = await lockTeam(id);
  await requireManager(viewer, id);
  return team;
}

/** For an owner of the team, or an admin. @throws NotFound, Forbidden. */
export async function requireManager(viewer: Viewer, id: number): Promise<void> {
  if ((await roleIn(id, viewer.id)) === 'owner') return;
  if (!(await Team.findByPk(id, { attributes: ['id'] }))) throw new NotFound('team');
  if (!viewer.admin) throw new Forbidden('only an owner of this team, or an admin, may do this');
}

/** @throws NotFound. */
export async function lockTeam(id: number): Promise<Team> {
  const team = await Team.findByPk(id, { lock: true });
  if (!team) throw new NotFound('team');
  return team;
}

/**
 * The viewer's role in a team, for its members and for admins, who need not have one. Everybody may know the team, so a refusal
 * gives nothing away. @throws NotFound, Forbidden.
 */
export async function requireMember(viewer: Viewer, id: number): Promise<Role | undefined> {
  const role = await roleIn(id, viewer.id);
  if (role) return role;
  if (!(await Team.findByPk(id, { attributes: ['id'] }))) throw new NotFound('team');
  if (viewer.admin) return undefined;
  throw new Forbidden('only members of this team, or an admin, may do this');
}

async function roleIn(teamId: number, userId: number): Promise<Role | undefined> {
  return (await Membership.findOne({ where: { teamId, userId } }))?.role;
}

export function presentTeam({ id, name, memberCount, role }: TeamRow): TeamAnswer {
  return { id, name, memberCount, role };
}
