import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { findBlog, presentBlog } from '../blogs/blogs.ts';
import { findUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';
import type { NeighboursAnswer, ReadingAnswer, ReadingChange, ReadingListItem } from './readinglists.schemas.ts';
import {
  deleteReading,
  type EntryRow,
  insertReading,
  READING_ORDERS,
  type ReadingRow,
  selectEntry,
  selectReadings,
  updateReading,
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
  const entry = await insertReading(userId, blogId);
  if (entry) return entry;
  await findBlog(viewer, blogId);
  throw new Invalid('already there', ['this blog is already on the reading list']);
}

/** @throws Forbidden unless it is one's own list, or an admin asks; NotFound for an unknown user. */
export async function requireListOf(viewer: Viewer, userId: number): Promise<void> {
  if (userId === viewer.id) return;
  if (!viewer.admin) throw new Forbidden('you may add to your own reading list only');
  await findUser(userId);
}

/** Marks an entry of one's own read or unread; marking again keeps the time. @throws NotFound, Forbidden. */
export function markRead(viewer: Viewer, id: number, read: boolean): Promise<EntryRow> {
  return changeReading(viewer, id, { read });
}

/**
 * Changes an entry of one's own: read or unread, how far one came, star and tags. @throws Invalid for no change, NotFound,
 * Forbidden.
 */
export async function changeReading(viewer: Viewer, id: number, change: ReadingChange): Promise<EntryRow> {
  const { read, progress, starred, tags } = change;
  if ([read, progress, starred, tags].every((value) => value === undefined))
    throw new Invalid('nothing to change', ['read, progress, starred or tags is required']);
  const tidy = {
    read,
    starred,
    // Rounded, because a number as small as 1e-50 is none for a column of four bytes.
    progress: progress === undefined ? undefined : Math.round(progress * 10_000) / 10_000,
    tags: tags && (await tidyTags(viewer, tags)),
  };
  return (await updateReading(viewer.id, id, tidy)) ?? (await findOwnReading(viewer, id));
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
  if (!(await deleteReading(viewer.id, id))) await findOwnReading(viewer, id);
}

async function findOwnReading(viewer: Viewer, id: number): Promise<EntryRow> {
  const reading = await selectEntry({ id });
  if (!reading) throw new NotFound('reading list entry');
  if (reading.userId !== viewer.id) throw new Forbidden('this entry is on the reading list of somebody else');
  return reading;
}

export function presentReading(viewer: Viewer, { starred, tags, ...reading }: EntryRow): ReadingAnswer {
  return { ...reading, ...(reading.userId === viewer.id && { starred, tags }) };
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
