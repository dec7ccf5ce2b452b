import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { NotFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import type { Viewer } from '../users/viewer.ts';
import type { TagAnswer } from './tags.schemas.ts';
import { deleteTag, selectTag, spellTags, updateTag } from './tags.sql.ts';
import { tidyTag } from './tidyTag.ts';

/** The tags of an entry as they are kept: each once, written as the viewer wrote them before. */
export async function tidyTags(viewer: Viewer, names: string[]): Promise<string[]> {
  return names.length ? spellTags(viewer.id, names.map(tidyTag)) : [];
}

/** Renames a tag of one's own on all entries; given the name of another one, both become one. @throws NotFound. */
export async function renameTag(viewer: Viewer, name: string, to: string): Promise<TagAnswer> {
  const written = tidyTag(to);
  return transaction(database(), async () => {
    requireSome(await updateTag(viewer.id, tidyTag(name), written));
    await publishTags(viewer);
    return (await selectTag(viewer.id, written)) as TagAnswer;
  });
}

/** Takes a tag of one's own off all entries. @throws NotFound. */
export async function removeTag(viewer: Viewer, name: string): Promise<void> {
  await transaction(database(), async () => {
    requireSome(await deleteTag(viewer.id, tidyTag(name)));
    await publishTags(viewer);
  });
}

function requireSome(changed: number): void {
  if (!changed) throw new NotFound('tag');
}

function publishTags({ id }: Viewer): Promise<void> {
  return publish({ topic: 'readinglists', to: `user:${id}` });
}
