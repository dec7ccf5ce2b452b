import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { FeedAnswer, InboxItemAnswer } from '../../../../server/features/feeds/feeds.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort, patchItems } from '../../parts/infinite-cache.ts';
import type { InboxSearch } from './feeds.routes.ts';

/** A post as the client keeps it: one that was taken out stays in its cached list, for when the server refuses. */
export type InboxItem = InboxItemAnswer & { removed?: boolean };

const ITEMS_KEY = ['inbox', 'list'] as const;
const COUNT_KEY = ['inbox', 'count'] as const;
export const FEEDS_KEY = ['feeds'] as const;

const LOOK_AGAIN_MS = 2000;

export function inboxQuery({ feed }: InboxSearch) {
  return infiniteQueryOptions({
    queryKey: [...ITEMS_KEY, { feed }],
    queryFn: async ({ pageParam, signal, client }) => {
      const page = await getPage<InboxItem>('/inbox', { feed }, pageParam, signal);
      client.setQueryData(COUNT_KEY, page.counts.inbox ?? 0);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
  });
}

/** How many posts wait in the inbox. */
export const inboxCountQuery = queryOptions({
  queryKey: COUNT_KEY,
  queryFn: async ({ signal }) =>
    (await getPage<InboxItem>('/inbox', { limit: 1 }, undefined, signal)).counts.inbox ?? 0,
  refetchInterval: 300_000, // new posts are looked for once an hour
});

/** What one follows; asked again while a feed was not looked at yet. */
export const feedsQuery = infiniteQueryOptions({
  queryKey: FEEDS_KEY,
  queryFn: ({ pageParam, signal }) => getPage<FeedAnswer>('/feeds', {}, pageParam, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some(({ state }) => state === 'waiting')) ? LOOK_AGAIN_MS : false,
});

export function setRemoved(client: QueryClient, id: number, removed: boolean): void {
  patchItems<InboxItem>(client, ITEMS_KEY, (item) => (item.id === id ? { ...item, removed } : item));
  client.setQueryData<number>(COUNT_KEY, (count) => count && Math.max(0, count + (removed ? -1 : 1)));
}
