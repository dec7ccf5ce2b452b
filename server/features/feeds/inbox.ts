import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { NotFound } from '../../errors.ts';
import { listOrSave, type Saved } from '../readinglists/saveToReadingList.ts';
import type { Viewer } from '../users/viewer.ts';
import type { InboxItemAnswer } from './feeds.schemas.ts';
import { hideItem, type InboxRow, takeItem, unhideItem } from './inbox.sql.ts';

/** Puts a post of one's inbox on one's reading list, saved and fetched as any page; it leaves the inbox. @throws NotFound. */
export async function listPost(viewer: Viewer, id: number): Promise<Saved> {
  return transaction(database(), async () => {
    const url = await takeItem(viewer.id, id);
    if (url === undefined) throw new NotFound('post');
    return listOrSave(viewer, { url });
  });
}

/** Takes a post out of one's inbox; for an hour it can be put back. @throws NotFound for what is not in one's own inbox. */
export async function dismissPost(viewer: Viewer, id: number): Promise<void> {
  if (!(await hideItem(viewer.id, id))) throw new NotFound('post');
}

/** Puts a post that one has dismissed back in its place. @throws NotFound for what is forgotten, or never was in one's inbox. */
export async function putPostBack(viewer: Viewer, id: number): Promise<void> {
  if (!(await unhideItem(viewer.id, id))) throw new NotFound('post');
}

export function presentItem({ followedId, feedTitle, ...item }: InboxRow): InboxItemAnswer {
  return { ...item, feed: { id: followedId, title: feedTitle } };
}
