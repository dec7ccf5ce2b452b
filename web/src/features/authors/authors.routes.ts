import { IconFeather } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFlag, readOneOf, readText } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { authorsQuery } from './authors.queries.ts';

const COLUMNS = ['likes', 'blogs', 'author'] as const;
export type AuthorColumn = (typeof COLUMNS)[number];

export interface AuthorsSearch {
  search?: string;
  /** Likes when left out. */
  sort?: AuthorColumn;
  /** The other way round: names from Z, or the smallest number first. */
  reverse?: true;
}

const authors = createRoute({
  getParentRoute: () => inside,
  path: '/authors',
  validateSearch: (search: Record<string, unknown>): AuthorsSearch => ({
    search: readText(search.search),
    sort: readOneOf(search.sort, COLUMNS),
    reverse: readFlag(search.reverse),
  }),
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(authorsQuery),
  component: lazyRouteComponent(() => import('./authors.tsx'), 'AuthorsScreen'),
  staticData: { page: { label: 'Authors', icon: IconFeather, order: 3 } },
});

export const authorsRoutes = [authors] as const;
