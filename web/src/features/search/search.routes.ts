import { IconListSearch } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readText } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { searchQuery } from './search.queries.ts';

const search = createRoute({
  getParentRoute: () => inside,
  path: '/search',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: readText(q) }),
  loaderDeps: ({ search: { q } }) => ({ q }),
  loader: ({ context, deps: { q } }) => {
    if (q) void context.queryClient.prefetchInfiniteQuery(searchQuery(q));
  },
  component: lazyRouteComponent(() => import('./search.tsx'), 'SearchScreen'),
  staticData: { page: { label: 'Search', icon: IconListSearch, order: 1.5 } },
});

export const searchRoutes = [search] as const;
