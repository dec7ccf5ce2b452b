import { useQueryClient } from '@tanstack/react-query';
import type { ReadingAnswer } from '../../../../server/features/readinglists/readinglists.schemas.ts';
import { del, errorSentence, post } from '../../api.ts';
import { useInTurn } from '../../optimistic.ts';
import { showMessage } from '../../parts/messages.ts';

/** Puts a blog on one's reading list, and says so, or why not (it may be there already). */
export function useAddToList(): (blog: { id: number; title: string }) => Promise<void> {
  const client = useQueryClient();
  const inTurn = useInTurn();
  const refresh = () => client.invalidateQueries({ queryKey: ['readinglists'] });
  return async ({ id, title }) => {
    try {
      const reading = await inTurn(() => post<ReadingAnswer>('/readinglists', { blogId: id }));
      const undo = () => void del(`/readinglists/${reading.id}`).then(refresh, tell);
      showMessage({ text: `Added to your reading list: ${title}`, undo });
      await refresh();
    } catch (error) {
      tell(error);
    }
  };
}

function tell(error: unknown): void {
  showMessage({ text: errorSentence(error), isError: true });
}
