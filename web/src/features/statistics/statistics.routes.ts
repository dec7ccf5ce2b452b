import { IconChartBar } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readInteger, readOneOf } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { statisticsQuery, teamStatisticsQuery } from './statistics.queries.ts';

export interface StatisticsSearch {
  /** Weeks when left out. */
  unit?: 'week' | 'month';
  /** A team's; one's own when left out. */
  team?: number;
}

const statistics = createRoute({
  getParentRoute: () => inside,
  path: '/statistics',
  validateSearch: (search: Record<string, unknown>): StatisticsSearch => ({
    unit: readOneOf(search.unit, ['week', 'month']),
    team: readInteger(search.team, 1, 2_147_483_647),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    if (deps.team) void queryClient.prefetchQuery(teamStatisticsQuery(deps.team, deps));
    else void queryClient.prefetchQuery(statisticsQuery(deps));
  },
  component: lazyRouteComponent(() => import('./statistics.tsx'), 'StatisticsScreen'),
  staticData: { page: { label: 'Statistics', icon: IconChartBar, order: 7 } },
});

export const statisticsRoutes = [statistics] as const;
