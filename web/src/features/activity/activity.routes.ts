import { IconBell } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readInteger } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { activityQuery, notificationsQuery } from './activity.queries.ts';
import { UnseenCount } from './unseen-count.tsx';

export interface ActivitySearch {
  /** A team whose activity is shown; what concerns oneself when left out. */
  team?: number;
}

const activity = createRoute({
  getParentRoute: () => inside,
  path: '/activity',
  validateSearch: (search: Record<string, unknown>): ActivitySearch => ({
    team: readInteger(search.team, 1, 2_147_483_647),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps: { team } }) => {
    if (team) void queryClient.prefetchInfiniteQuery(activityQuery(team));
    else void queryClient.prefetchInfiniteQuery(notificationsQuery);
  },
  component: lazyRouteComponent(() => import('./activity.tsx'), 'ActivityScreen'),
  staticData: { page: { label: 'Activity', icon: IconBell, order: 1.5, Count: UnseenCount } },
});

export const activityRoutes = [activity] as const;
