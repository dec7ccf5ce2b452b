import { useQueryClient } from '@tanstack/react-query';
import type { ReadingAnswer } from '../../../../server/features/readinglists/readinglists.schemas.ts';
import { del, errorSentence, post, put } from '../../api.ts';
import { useInTurn, useOptimistic } from '../../optimistic.ts';
import { showMessage } from '../../parts/messages.ts';
import { patchCounts, patchReading, type Reading } from './readinglists.queries.ts';

/** Takes a row off the reading list at once; undo puts the blog back as it was, as a new row. */
export function useRemove(): (reading: Reading) => void {
  const client = useQueryClient();
  const inTurn = useInTurn();
  const putBack = async ({ blog, read, progress, starred, tags }: Reading) => {
    try {
      await inTurn(async () => {
        const { id } = await post<ReadingAnswer>('/readinglists', { blogId: blog.id });
        await put(`/readinglists/${id}`, { read, progress, starred, tags });
      });
    } catch (error) {
      showMessage({ text: `The blog was not put back. ${errorSentence(error)}`, isError: true });
    }
    await client.invalidateQueries({ queryKey: ['readinglists'] });
  };
  return useOptimistic<Reading>({
    send: ({ id }) => del(`/readinglists/${id}`),
    patch: (_client, { id, read }) => {
      const set = (removed: boolean) => {
        patchReading(client, id, { removed });
        patchCounts(client, { [read ? 'read' : 'unread']: removed ? -1 : 1 });
      };
      set(true);
      return () => set(false);
    },
    touches: [['readinglists']],
    failed: 'The blog was not removed from your reading list',
    done: (reading) => ({
      text: `Removed from your reading list: ${reading.blog.title}`,
      undo: () => void putBack(reading),
    }),
  });
}
