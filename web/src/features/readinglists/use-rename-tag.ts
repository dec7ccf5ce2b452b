import { useQueryClient } from '@tanstack/react-query';
import { errorSentence, getPage, put } from '../../api.ts';
import { useInTurn } from '../../optimistic.ts';
import { showMessage } from '../../parts/messages.ts';
import type { Reading } from './readinglists.queries.ts';
import { refreshTags, type Tag, tagPath } from './tags.queries.ts';

/** Renames a tag of one's own everywhere. Undo only where it did not become one with another: those cannot be told apart again. */
export function useRenameTag(): (tag: Tag, to: string, isMerge: boolean) => Promise<void> {
  const client = useQueryClient();
  const inTurn = useInTurn();
  const rename = async (from: string, to: string) => {
    await inTurn(() => put<Tag>(tagPath(from), { name: to }));
    await refreshTags(client);
  };
  return async ({ name }, to, isMerge) => {
    await rename(name, to);
    const undo = () =>
      void rename(to, name).catch((error) => {
        showMessage({ text: `The tag was not renamed back. ${errorSentence(error)}`, isError: true });
      });
    showMessage({ text: `“${name}” is now “${to}”.`, undo: isMerge ? undefined : undo });
  };
}

/** Another tag of this name, as it is written; the server is asked, since a list may not have come to its end. */
export async function findOtherTag({ name }: Tag, wanted: string): Promise<string | undefined> {
  if (isSame(wanted, name)) return undefined;
  const { items } = await getPage<Reading>('/readinglists', { tag: wanted, limit: 1 }, undefined);
  return items[0]?.tags.find((tag) => isSame(tag, wanted)) ?? (items.length ? wanted : undefined);
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
