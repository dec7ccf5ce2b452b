import { UniqueConstraintError } from 'sequelize';
import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { findBlog, presentBlog } from '../blogs/blogs.ts';
import { findUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';
import { Readinglist } from './readinglist.model.ts';
import type { NewReading, ReadingAnswer, ReadingListItem } from './readinglists.schemas.ts';
import type { ReadingRow } from './readinglists.sql.ts';

/**
 * Puts a blog, unread, on one's own reading list, or as an admin on somebody's.
 * @throws Forbidden, NotFound for an unknown blog or user, Invalid when it is there already.
 */
export async function addToReadingList(
  viewer: Viewer,
  { blogId, userId = viewer.id }: NewReading,
): Promise<Readinglist> {
  if (userId !== viewer.id) {
    if (!viewer.admin) throw new Forbidden('you may add to your own reading list only');
    await findUser(userId);
  }
  await findBlog(viewer, blogId);
  try {
    return await Readinglist.create({ userId, blogId });
  } catch (error) {
    // Left to the unique index, because between a look and an insert another request may come first.
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw new Invalid('already there', ['this blog is already on the reading list']);
  }
}

/** Marks an entry of one's own read or unread; marking again keeps the time. @throws NotFound, Forbidden. */
export async function markRead(viewer: Viewer, id: number, read: boolean): Promise<Readinglist> {
  const reading = await findOwnReading(viewer, id);
  if (read !== reading.read) reading.set({ read, readAt: read ? new Date() : null });
  return reading.save();
}

/** @throws NotFound, Forbidden. */
export async function removeFromReadingList(viewer: Viewer, id: number): Promise<void> {
  await (await findOwnReading(viewer, id)).destroy();
}

async function findOwnReading(viewer: Viewer, id: number): Promise<Readinglist> {
  const reading = await Readinglist.findByPk(id);
  if (!reading) throw new NotFound('reading list entry');
  if (reading.userId !== viewer.id) throw new Forbidden('this entry is on the reading list of somebody else');
  return reading;
}

export function presentReading(reading: Readinglist): ReadingAnswer {
  const { id, userId, blogId, read, readAt, createdAt } = reading;
  return { id, userId, blogId, read, readAt: readAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}

export function presentListItem(row: ReadingRow): ReadingListItem {
  return {
    id: row.id,
    read: row.read,
    readAt: row.readAt?.toISOString() ?? null,
    createdAt: row.listedAt.toISOString(),
    blog: presentBlog({ ...row, id: row.blogId }),
  };
}
