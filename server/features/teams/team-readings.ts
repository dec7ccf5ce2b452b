import { UniqueConstraintError } from 'sequelize';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import { findBlog, presentBlog } from '../blogs/blogs.ts';
import { saveByAddress } from '../blogs/saveByAddress.ts';
import { notify } from '../notifications/notify.ts';
import type { Viewer } from '../users/viewer.ts';
import { bring, lockBlogs, withdraw } from './spread.sql.ts';
import { TeamReading } from './team-reading.model.ts';
import type { NewTeamReading, TeamReadingAnswer, TeamReadingChange } from './team-readings.schemas.ts';
import { selectTeamReadings, TEAM_READING_ORDERS, type TeamReadingRow } from './team-readings.sql.ts';
import { lockTeam, requireMember } from './teams.ts';

/**
 * Puts a blog on a team's list, and unread on the list of every member who does not have it yet: members and admins.
 * @throws NotFound for the team or the blog, Forbidden, Invalid when it is on the list already.
 */
export async function addTeamReading(
  viewer: Viewer,
  teamId: number,
  { dueOn, word, ...which }: NewTeamReading,
): Promise<TeamReadingAnswer> {
  const blogId = await transaction(database(), async () => {
    await lockTeam(teamId);
    await requireMember(viewer, teamId);
    const id = await findOrSave(viewer, which);
    await lockBlogs({ teamId, blogId: id });
    await findBlog(viewer, id);
    try {
      await TeamReading.create({ teamId, blogId: id, userId: viewer.id, dueOn, word: word?.trim() });
    } catch (error) {
      if (!(error instanceof UniqueConstraintError)) throw error;
      throw new Invalid('already there', ['this blog is already on the list of this team']);
    }
    await bring({ teamId, blogId: id });
    await publishTeamList(teamId);
    await notify(viewer, { membersOf: teamId }, { kind: 'team-reading', teamId, blogId: id });
    return id;
  });
  return presentOne(viewer, teamId, blogId);
}

/** The blog that is named, by its id or by the address of its page. @throws Invalid for neither. */
async function findOrSave(viewer: Viewer, { blogId, url }: Pick<NewTeamReading, 'blogId' | 'url'>): Promise<number> {
  if (blogId !== undefined) return blogId;
  if (url === undefined) throw new Invalid('no blog is named', ['blogId or url is required']);
  return (await saveByAddress(viewer, { url })).blog.id;
}

/** Changes the day or the word: who put it there, owners and admins. @throws NotFound, Forbidden. */
export async function changeTeamReading(
  viewer: Viewer,
  teamId: number,
  blogId: number,
  { dueOn, word }: TeamReadingChange,
): Promise<TeamReadingAnswer> {
  const reading = await findTeamReadingFor(viewer, teamId, blogId);
  if (dueOn !== undefined) reading.dueOn = dueOn;
  if (word !== undefined) reading.word = word?.trim() ?? null;
  await transaction(database(), async () => {
    await reading.save();
    await publish({ topic: 'team-readings', id: teamId, to: `team:${teamId}` });
  });
  return presentOne(viewer, teamId, blogId);
}

/**
 * Takes a blog off a team's list, and off the lists of those members who have it only through this team and did nothing with
 * it; to the others it is left as their own. Who put it there, owners and admins. @throws NotFound, Forbidden.
 */
export async function removeTeamReading(viewer: Viewer, teamId: number, blogId: number): Promise<void> {
  await transaction(database(), async () => {
    await lockTeam(teamId);
    const reading = await findTeamReadingFor(viewer, teamId, blogId);
    await lockBlogs({ teamId, blogId });
    await withdraw({ teamId, blogId });
    await reading.destroy();
    await publishTeamList(teamId);
  });
}

/** The team's list changed, and with it the members' own ones. */
function publishTeamList(id: number): Promise<void> {
  return publish({ topic: 'team-readings', id, to: `team:${id}` }, { topic: 'readinglists', to: `team:${id}` });
}

/** The row of a blog on a team's list, for those who may change it. @throws NotFound, Forbidden. */
async function findTeamReadingFor(viewer: Viewer, teamId: number, blogId: number): Promise<TeamReading> {
  const role = await requireMember(viewer, teamId);
  const reading = await TeamReading.findOne({ where: { teamId, blogId } });
  if (!reading) throw new NotFound('blog on the list of this team');
  if (viewer.admin || role === 'owner' || reading.userId === viewer.id) return reading;
  throw new Forbidden('only who put it on the list, an owner of the team, or an admin, may do this');
}

/** @throws NotFound when it was taken off meanwhile. */
async function presentOne(viewer: Viewer, teamId: number, blogId: number): Promise<TeamReadingAnswer> {
  const [row] = await selectTeamReadings(viewer.id, teamId, { blogId }, { limit: 1 }, TEAM_READING_ORDERS.due);
  if (!row) throw new NotFound('blog on the list of this team');
  return presentTeamReading(row);
}

export function presentTeamReading(row: TeamReadingRow): TeamReadingAnswer {
  return {
    id: row.id,
    dueOn: row.dueOn,
    word: row.word,
    createdAt: row.listedAt,
    user: row.listedBy,
    blog: presentBlog({ ...row, id: row.blogId }),
    reading: row.reading,
    counts: row.counts,
  };
}
