import { IconUsersGroup } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { readFlag, readInteger, readOneOf, readText } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { teamQuery, teamsQuery } from './teams.queries.ts';

const MAX_ID = 2_147_483_647;

export interface TeamsSearch {
  /** Only those that one belongs to. */
  tab?: 'mine';
  search?: string;
  /** Whether the dialog to found a team is open. */
  add?: true;
}

const teams = createRoute({
  getParentRoute: () => inside,
  path: '/teams',
  validateSearch: (search: Record<string, unknown>): TeamsSearch => ({
    tab: readOneOf(search.tab, ['mine']),
    search: readText(search.search),
    add: readFlag(search.add),
  }),
  loader: ({ context }) => void context.queryClient.prefetchQuery(teamsQuery),
  component: lazyRouteComponent(() => import('./teams.tsx'), 'TeamsScreen'),
  staticData: {
    page: { label: 'Teams', icon: IconUsersGroup, order: 5, Below: lazy(() => import('./my-teams.tsx')) },
  },
});

const team = createRoute({
  getParentRoute: () => inside,
  path: '/teams/$id',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }), // 0 is no team's id: the screen says that there is none
    stringify: ({ id }) => ({ id: String(id) }),
  },
  validateSearch: (search: Record<string, unknown>): { search?: string } => ({ search: readText(search.search) }),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(teamQuery(params.id)),
  component: lazyRouteComponent(() => import('./team.tsx'), 'TeamScreen'),
});

export const teamsRoutes = [teams, team] as const;
