import { type InfiniteData, infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { AuthorAnswer, BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { get, getPage, type Page } from '../../api.ts';
import { isShort, largerNext, patchItems } from '../../parts/infinite-cache.ts';
import type { LibrarySearch } from './blogs.routes.ts';

const LIBRARY_KEY = ['blogs', 'list'] as const;
/** Lists whose items carry their blog as `blog`. */
const LISTS_WITH_BLOG = ['readinglists', 'list'] as const;
/** Every list that shows blogs. */
export const BLOG_LISTS = [LIBRARY_KEY, LISTS_WITH_BLOG];
export const ONE_BLOG_KEY = ['blogs', 'one'] as const;

export function libraryQuery({ add: _dialog, ...filters }: LibrarySearch) {
  return infiniteQueryOptions({
    queryKey: [...LIBRARY_KEY, filters],
    queryFn: ({ pageParam, signal }) => getPage<BlogAnswer>('/blogs', { noteCounts: 1, ...filters }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: largerNext,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    placeholderData: (previous) => previous, // the old rows stay while new ones are searched for
  });
}

/** One blog. What a list knows of it is shown until the server has answered. */
export function blogQuery(client: QueryClient, id: number) {
  return queryOptions({
    queryKey: [...ONE_BLOG_KEY, id],
    queryFn: ({ signal }) => get<BlogAnswer>(`/blogs/${id}`, undefined, signal),
    initialData: () => findListed(client, id),
    initialDataUpdatedAt: 0,
  });
}

function findListed(client: QueryClient, id: number): BlogAnswer | undefined {
  const inLists = <T>(queryKey: readonly string[]) =>
    client
      .getQueriesData<InfiniteData<Page<T>>>({ queryKey })
      .flatMap(([, data]) => data?.pages ?? [])
      .flatMap(({ items }) => items);
  return (
    inLists<BlogAnswer>(LIBRARY_KEY).find((blog) => blog.id === id) ??
    inLists<{ blog: BlogAnswer }>(LISTS_WITH_BLOG).find(({ blog }) => blog.id === id)?.blog
  );
}

/** Who wrote the blogs, for the author filter: the 500 most liked. */
export const authorNamesQuery = queryOptions({
  queryKey: ['authors', 'names'],
  queryFn: async ({ signal }) => {
    const authors = await get<AuthorAnswer[]>('/authors', { limit: 500 }, signal);
    return authors.map(({ author }) => author);
  },
});

/** Changes one blog on its own screen and in every list that shows it. */
export function patchBlog(client: QueryClient, id: number, change: (blog: BlogAnswer) => BlogAnswer): void {
  client.setQueryData<BlogAnswer>([...ONE_BLOG_KEY, id], (blog) => blog && change(blog));
  patchItems<BlogAnswer>(client, LIBRARY_KEY, (blog) => (blog.id === id ? change(blog) : blog));
  patchItems<{ blog: BlogAnswer }>(client, LISTS_WITH_BLOG, (item) =>
    item.blog.id === id ? { ...item, blog: change(item.blog) } : item,
  );
}

/** Counts a note that was written or deleted, on a blog or on none, in every list that shows the blog. */
export function patchNoteCount(client: QueryClient, id: number | null | undefined, by: 1 | -1): void {
  if (id) patchBlog(client, id, ({ noteCount = 0, ...blog }) => ({ ...blog, noteCount: Math.max(0, noteCount + by) }));
}
