import { IconBooks } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFlag, readInteger, readOneOf } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { type BlogSearch, readBlogSearch } from './blog-search.ts';
import { libraryQuery } from './blogs.queries.ts';

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
    user: readInteger(search.user, 1, 2_147_483_647),
    sort: readOneOf(search.sort, SORTS),
    add: readFlag(search.add),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(libraryQuery(deps)),
  component: lazyRouteComponent(() => import('./library.tsx'), 'LibraryScreen'),
  staticData: { page: { label: 'Library', icon: IconBooks, order: 2, inBar: true } },
});

export const blogsRoutes = [library] as const;
