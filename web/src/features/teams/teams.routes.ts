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

const TABS = ['list', 'matrix', 'members'] as const;
const SHOWN = ['unread', 'read-by-all', 'week'] as const;
const SORTS = ['due', 'newest', 'oldest'] as const;

export type TeamTab = (typeof TABS)[number];

export interface TeamSearch {
  /** The list when left out; for who is no member there are only the members. */
  tab?: TeamTab;
  search?: string;
  /** Everything when left out. */
  show?: (typeof SHOWN)[number];
  /** By the day due when left out. */
  sort?: (typeof SORTS)[number];
  /** The place of the first member that the matrix shows. */
  from?: number;
  /** Whether the dialog to add a blog is open. */
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
    page: { label: 'Teams', icon: IconUsersGroup, order: 7.5, Below: lazy(() => import('./my-teams.tsx')) },
  },
});

const team = createRoute({
  getParentRoute: () => inside,
  path: '/teams/$id',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }), // 0 is no team's id: the screen says that there is none
    stringify: ({ id }) => ({ id: String(id) }),
  },
  validateSearch: (search: Record<string, unknown>): TeamSearch => ({
    tab: readOneOf(search.tab, TABS),
    search: readText(search.search),
    show: readOneOf(search.show, SHOWN),
    sort: readOneOf(search.sort, SORTS),
    from: readInteger(search.from, 1, MAX_ID),
    add: readFlag(search.add),
  }),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(teamQuery(params.id)),
  component: lazyRouteComponent(() => import('./team.tsx'), 'TeamScreen'),
});

export const teamsRoutes = [teams, team] as const;
