import { useQueryClient } from '@tanstack/react-query';
import { del, post } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { type InboxItem, setRemoved } from './feeds.queries.ts';

/** Puts a post on the reading list; it leaves the inbox at once. */
export function useListPost(): (item: InboxItem) => void {
  const client = useQueryClient();
  return useOptimistic<InboxItem>({
    send: async ({ id }) => {
      await post(`/inbox/${id}/list`, {});
      await client.invalidateQueries({ queryKey: ['readinglists'] });
    },
    patch: takeOut,
    touches: [['inbox'], ['blogs']],
    failed: 'The post was not put on your reading list',
    done: ({ title }) => ({ text: `Added to your reading list: ${title}` }),
  });
}

/** Takes a post out of the inbox; it does not come again. */
export function useDismissPost(): (item: InboxItem) => void {
  return useOptimistic<InboxItem>({
    send: ({ id }) => del(`/inbox/${id}`),
    patch: takeOut,
    touches: [['inbox']],
    failed: 'The post was not dismissed',
  });
}

function takeOut(client: Parameters<typeof setRemoved>[0], { id }: InboxItem) {
  setRemoved(client, id, true);
  return () => setRemoved(client, id, false);
}
