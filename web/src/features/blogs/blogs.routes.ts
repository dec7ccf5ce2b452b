import { IconBooks } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFlag, readInteger, readOneOf } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { notesQuery } from '../notes/notes.queries.ts';
import { type BlogSearch, readBlogSearch } from './blog-search.ts';
import { blogQuery, libraryQuery } from './blogs.queries.ts';

const MAX_ID = 2_147_483_647;
const SORTS = ['likes', 'newest', 'oldest', 'title', 'year'] as const;

export interface LibrarySearch extends BlogSearch {
  /** Only what this user added. */
  user?: number;
  sort?: (typeof SORTS)[number];
  /** Whether the dialog to add a blog is open. */
  add?: true;
}

const library = createRoute({
  getParentRoute: () => inside,
  path: '/library',
  validateSearch: (search: Record<string, unknown>): LibrarySearch => ({
    ...readBlogSearch(search),
    user: readInteger(search.user, 1, MAX_ID),
    sort: readOneOf(search.sort, SORTS),
    add: readFlag(search.add),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(libraryQuery(deps)),
  component: lazyRouteComponent(() => import('./library.tsx'), 'LibraryScreen'),
  staticData: { page: { label: 'Library', icon: IconBooks, order: 2, inBar: true } },
});

const blog = createRoute({
  getParentRoute: () => inside,
  path: '/blogs/$id',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }), // 0 is nobody's id: the screen says that there is none
    stringify: ({ id }) => ({ id: String(id) }),
  },
  loader: ({ context: { queryClient }, params: { id } }) => {
    if (!id) return;
    void queryClient.prefetchQuery(blogQuery(queryClient, id));
    void queryClient.prefetchInfiniteQuery(notesQuery({ blog: id }));
  },
  component: lazyRouteComponent(() => import('./blog.tsx'), 'BlogScreen'),
});

export const blogsRoutes = [library, blog] as const;
