import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import type { ReadingListItem } from '../../../../server/features/readinglists/readinglists.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort, largerNext, patchItems } from '../../parts/infinite-cache.ts';
import type { ReadingSearch } from './readinglists.routes.ts';

/**
 * A row as the client keeps it. Marked or removed ones stay in their cached list and are only not shown (see `showsIn`), so
 * that an undo finds them in their place.
 */
export type Reading = ReadingListItem & { removed?: boolean };
export type Tab = NonNullable<ReadingSearch['tab']>;
type Counts = { unread: number; read: number };

const READINGS_KEY = ['readinglists', 'list'] as const;
const COUNTS_KEY = ['readinglists', 'counts'] as const;
const OF_BLOG_KEY = ['readinglists', 'of-blog'] as const;

export function readingListQuery({ tab, ...filters }: ReadingSearch) {
  const read = tab === 'all' ? undefined : tab === 'read';
  return infiniteQueryOptions({
    queryKey: [...READINGS_KEY, { read, ...filters }],
    queryFn: async ({ pageParam, signal, client }) => {
      const page = await getPage<Reading>('/readinglists', { read, noteCounts: 1, ...filters }, pageParam, signal);
      client.setQueryData(COUNTS_KEY, page.counts);
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: largerNext,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    // The old rows stay while new ones are searched for; those of another tab would be wrong here.
    placeholderData: (previous, query) =>
      (query?.queryKey[2] as { read?: boolean } | undefined)?.read === read ? previous : undefined,
  });
}

/** How much of one's reading list is unread and read. */
export const readingCountsQuery = queryOptions({
  queryKey: COUNTS_KEY,
  queryFn: async ({ signal }) => (await getPage<Reading>('/readinglists', { limit: 1 }, undefined, signal)).counts,
});

/** The row of one's reading list that holds a blog, or null. */
export function readingOfBlogQuery({ id }: Pick<BlogAnswer, 'id'>) {
  return queryOptions({
    queryKey: [...OF_BLOG_KEY, id],
    queryFn: async ({ signal }) => {
      const page = await getPage<Reading>('/readinglists', { blog: id, limit: 1 }, undefined, signal);
      return page.items[0] ?? null;
    },
  });
}

export function showsIn(tab: Tab, { read, removed }: Reading): boolean {
  return !removed && (tab === 'all' || read === (tab === 'read'));
}

export function patchReading(client: QueryClient, id: number, change: Partial<Reading>): void {
  const patch = (item: Reading) => (item.id === id ? { ...item, ...change } : item);
  patchItems<Reading>(client, READINGS_KEY, patch);
  client.setQueriesData<Reading | null>({ queryKey: OF_BLOG_KEY }, (item) => item && patch(item));
}

/** Throws away the lists that are not on the screen: a long one is not fetched anew by itself (see `isShort`). */
export function forgetReadings(client: QueryClient): void {
  client.removeQueries({ queryKey: READINGS_KEY, type: 'inactive' });
}

export function patchCounts(client: QueryClient, change: Partial<Counts>): void {
  client.setQueryData<Record<string, number>>(
    COUNTS_KEY,
    (counts) =>
      counts && {
        unread: Math.max(0, (counts.unread ?? 0) + (change.unread ?? 0)),
        read: Math.max(0, (counts.read ?? 0) + (change.read ?? 0)),
      },
  );
}
