import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuthorAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort } from '../../parts/infinite-cache.ts';

/** Who wrote the blogs, most likes first: the one order the server has. */
export const authorsQuery = infiniteQueryOptions({
  queryKey: ['authors', 'list'],
  queryFn: ({ pageParam, signal }) => getPage<AuthorAnswer>('/authors', { limit: 500 }, pageParam, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
  refetchOnWindowFocus: isShort,
  refetchOnMount: isShort,
});
