import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import { findBlog, presentBlog } from '../blogs/blogs.ts';
import { findUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';
import { Readinglist } from './readinglist.model.ts';
import type { NeighboursAnswer, ReadingAnswer, ReadingChange, ReadingListItem } from './readinglists.schemas.ts';
import {
  type EntryRow,
  insertReading,
  READING_ORDERS,
  type ReadingRow,
  selectReadings,
  selectTeamsReading,
} from './readinglists.sql.ts';
import { tidyTags } from './tags.ts';

/**
 * Puts a blog, unread, on one's own reading list, or as an admin on somebody's. What only a team brought there becomes his
 * own, with the state that it has.
 * @throws Forbidden, NotFound for an unknown blog or user, Invalid when it is there already.
 */
export async function addToReadingList(
  viewer: Viewer,
  { blogId, userId = viewer.id }: { blogId: number; userId?: number },
): Promise<EntryRow> {
  await requireListOf(viewer, userId);
  await findBlog(viewer, blogId);
  return transaction(database(), async () => {
    const entry = await insertReading(userId, blogId);
    if (!entry) throw new Invalid('already there', ['this blog is already on the reading list']);
    await publishReading(entry);
    return entry;
  });
}

/** @throws Forbidden unless it is one's own list, or an admin asks; NotFound for an unknown user. */
export async function requireListOf(viewer: Viewer, userId: number): Promise<void> {
  if (userId === viewer.id) return;
  if (!viewer.admin) throw new Forbidden('you may add to your own reading list only');
  await findUser(userId);
}

/** Marks an entry of one's own read or unread; marking again keeps the time. @throws NotFound, Forbidden. */
export function markRead(viewer: Viewer, id: number, read: boolean): Promise<Readinglist> {
  return changeReading(viewer, id, { read });
}

/**
 * Changes an entry of one's own: read or unread, how far one came, star and tags. @throws Invalid for no change, NotFound,
 * Forbidden.
 */
export async function changeReading(viewer: Viewer, id: number, change: ReadingChange): Promise<Readinglist> {
  const { read, progress, starred, tags } = change;
  if ([read, progress, starred, tags].every((value) => value === undefined))
    throw new Invalid('nothing to change', ['read, progress, starred or tags is required']);
  const reading = await findOwnReading(viewer, id);
  const set: Partial<Pick<Readinglist, 'read' | 'readAt' | 'progress' | 'starredAt' | 'tags'>> = {};
  if (read !== undefined && read !== reading.read) Object.assign(set, { read, readAt: read ? new Date() : null });
  // Rounded, because a number as small as 1e-50 is none for a column of four bytes.
  if (progress !== undefined) set.progress = Math.round(progress * 10_000) / 10_000;
  if (starred !== undefined && starred !== Boolean(reading.starredAt)) set.starredAt = starred ? new Date() : null;
  if (tags) set.tags = await tidyTags(viewer, tags);
  if (!Object.keys(set).length) return reading;
  return transaction(database(), async () => {
    const [, [changed]] = await Readinglist.update(set, { where: { id }, returning: true });
    if (!changed) throw new NotFound('reading list entry'); // gone meanwhile with a team; save() would not have noticed
    await publishReading(changed, set.read !== undefined || (progress !== undefined && !reading.progress));
    return changed;
  });
}

/** The unread entries before and after one of one's own, in the order newest first. @throws NotFound, Forbidden. */
export async function findNeighbours(viewer: Viewer, id: number): Promise<NeighboursAnswer> {
  await findOwnReading(viewer, id);
  const first = async (sort: 'newest' | 'oldest') => {
    const page = { limit: 1, after: [id] };
    const [row] = await selectReadings(viewer.id, { ...page, sort, read: false }, page, READING_ORDERS[sort]);
    return row ? { id: row.id, blog: { id: row.blogId, title: row.title } } : null;
  };
  const [previous, next] = await Promise.all([first('oldest'), first('newest')]);
  return { previous, next };
}

/** @throws NotFound, Forbidden. */
export async function removeFromReadingList(viewer: Viewer, id: number): Promise<void> {
  const reading = await findOwnReading(viewer, id);
  await transaction(database(), async () => {
    await reading.destroy();
    await publishReading(reading);
  });
}

/** Tells the owner’s other pages; and his teams that read the blog, unless it is none of their business: he came a page further, or starred or tagged it. */
export async function publishReading({ id, userId, blogId }: EntryRow, concernsTeams = true): Promise<void> {
  const teams = concernsTeams ? await selectTeamsReading(userId, blogId) : [];
  await publish(
    { topic: 'readinglists', id, to: `user:${userId}` },
    ...teams.map((team) => ({ topic: 'team-readings', id: team, to: `team:${team}` as const })),
  );
}

async function findOwnReading(viewer: Viewer, id: number): Promise<Readinglist> {
  const reading = await Readinglist.findByPk(id);
  if (!reading) throw new NotFound('reading list entry');
  if (reading.userId !== viewer.id) throw new Forbidden('this entry is on the reading list of somebody else');
  return reading;
}

export function presentReading(viewer: Viewer, reading: EntryRow): ReadingAnswer {
  const { id, userId, blogId, read, readAt, progress, starredAt, tags, createdAt } = reading;
  const times = { readAt: readAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
  return {
    id,
    userId,
    blogId,
    read,
    progress,
    ...(userId === viewer.id && { starred: starredAt !== null, tags }),
    ...times,
  };
}

export function presentListItem(row: ReadingRow): ReadingListItem {
  return {
    id: row.id,
    read: row.read,
    readAt: row.readAt,
    progress: row.progress,
    starred: row.starred,
    tags: row.tags,
    createdAt: row.listedAt,
    blog: presentBlog({ ...row, id: row.blogId }),
    teams: row.teams,
  };
}
