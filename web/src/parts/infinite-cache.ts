import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Page } from '../api.ts';

type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** Changes items in every cached list under a key, without asking the server. */
export function patchItems<T>(client: QueryClient, queryKey: QueryKey, change: (item: T) => T): void {
  client.setQueriesData<Pages<T>>(
    { queryKey },
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })) },
  );
}

/** A long list is not fetched anew page by page just because the window got the focus: 21 requests for 10,000 rows. */
export function isShort(query: { state: { data?: Pages<unknown> } }): boolean {
  return (query.state.data?.pages.length ?? 0) <= 3;
}

/** The address of a list's next page, in larger steps: the first page is to be there quickly, and who scrolls on wants more than it had. */
export function largerNext({ next }: Page<unknown>): string | undefined {
  const [path, query] = next?.split('?') ?? [];
  if (!path) return undefined;
  const search = new URLSearchParams(query);
  search.set('limit', '500'); // the most that the server gives
  return `${path}?${search}`;
}
