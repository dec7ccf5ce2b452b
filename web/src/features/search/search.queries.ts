import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { SearchResult } from '../../../../server/features/search/search.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort } from '../../parts/infinite-cache.ts';

/** What is found for what somebody typed, best first. Under `readinglists`, because each result says whether one has it. */
export function searchQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ['readinglists', 'search', q],
    queryFn: ({ pageParam, signal }) => getPage<SearchResult>('/search', { q }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    placeholderData: keepPreviousData, // while one types
  });
}
