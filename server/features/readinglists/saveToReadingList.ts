import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Invalid, NotFound } from '../../errors.ts';
import type { BlogRow } from '../blogs/blogs.sql.ts';
import { presentBlog } from '../blogs/blogs.ts';
import { saveByAddress } from '../blogs/saveByAddress.ts';
import type { Viewer } from '../users/viewer.ts';
import type { NewReading, SavedReadingAnswer } from './readinglists.schemas.ts';
import { type EntryRow, insertReading, selectEntry } from './readinglists.sql.ts';
import { addToReadingList, presentReading, requireListOf } from './readinglists.ts';

export interface Saved {
  reading: EntryRow;
  blog?: BlogRow;
  /** False when it was on the list already: saving by address is what a button in a browser does, twice if need be. */
  added: boolean;
}

/**
 * Puts a blog on a reading list: one that is in the library, or a page by its address, which is saved and fetched if it is
 * not there yet.
 * @throws Forbidden, NotFound, Invalid without either, and when a blog that was named by its id is on the list already.
 */
export async function listOrSave(viewer: Viewer, { blogId, url, userId = viewer.id }: NewReading): Promise<Saved> {
  if (blogId !== undefined) return { reading: await addToReadingList(viewer, { blogId, userId }), added: true };
  if (url === undefined) throw new Invalid('nothing to add', ['blogId or url is required']);
  await requireListOf(viewer, userId);
  return transaction(database(), async () => {
    const { blog } = await saveByAddress(viewer, { url });
    const added = await insertReading(userId, blog.id);
    const reading = added ?? (await selectEntry({ userId, blogId: blog.id }));
    if (!reading) throw new NotFound('blog'); // gone between the two
    return { reading, blog, added: Boolean(added) };
  });
}

export function presentSaved(viewer: Viewer, { reading, blog }: Saved): SavedReadingAnswer {
  return { ...presentReading(viewer, reading), ...(blog && { blog: presentBlog(blog) }) };
}
