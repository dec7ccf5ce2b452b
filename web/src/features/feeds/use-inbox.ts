import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { del, post, put } from '../../api.ts';
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
    patch: setOut(true),
    touches: [['inbox'], ['blogs']],
    failed: 'The post was not put on your reading list',
    done: ({ title }) => ({ text: `Added to your reading list: ${title}` }),
  });
}

/** Takes a post out of the inbox at once; undo puts it back in its place. */
export function useDismissPost(): (item: InboxItem) => void {
  const putBack = useOptimistic<InboxItem>({
    send: ({ id }) => put(`/inbox/${id}`),
    patch: setOut(false),
    touches: [['inbox']],
    failed: 'The post was not put back',
  });
  return useOptimistic<InboxItem>({
    send: ({ id }) => del(`/inbox/${id}`),
    patch: setOut(true),
    touches: [['inbox']],
    failed: 'The post was not dismissed',
    done: (item) => ({ text: `Dismissed: ${item.title}`, undo: () => putBack(item) }),
  });
}

/** Out of the inbox, or in again. */
function setOut(removed: boolean) {
  return (client: QueryClient, { id }: InboxItem) => {
    setRemoved(client, id, removed);
    return () => setRemoved(client, id, !removed);
  };
}
