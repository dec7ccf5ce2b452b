import { getRouteApi } from '@tanstack/react-router';
import { Toolbar } from '../../parts/toolbar.tsx';
import type { TeamSearch } from './teams.routes.ts';

const SHOWN: { value: NonNullable<TeamSearch['show']> | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Not read by me' },
  { value: 'read-by-all', label: 'Read by all' },
  { value: 'week', label: 'Due this week' },
];
const SORTS: { value: NonNullable<TeamSearch['sort']>; label: string }[] = [
  { value: 'due', label: 'Day due' },
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
];

const route = getRouteApi('/inside/teams/$id');

/** What narrows a team's list and its matrix alike. */
export function TeamToolbar() {
  const search = route.useSearch();
  const change = useChangeTeamSearch();
  return (
    <Toolbar
      tabs={{
        label: 'Which blogs',
        items: SHOWN,
        value: search.show ?? 'all',
        onChange: (show) => change({ show: show === 'all' ? undefined : show }),
      }}
      search={{ label: 'Search title or author', value: search.search, onChange: (text) => change({ search: text }) }}
      sort={{ items: SORTS, value: search.sort ?? 'due', onChange: (sort) => change({ sort }) }}
    />
  );
}

export function useChangeTeamSearch(): (part: TeamSearch) => void {
  const navigate = route.useNavigate();
  return (part) => void navigate({ search: (now) => ({ ...now, ...part }), replace: 'search' in part });
}
