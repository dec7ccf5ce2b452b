import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { ICON } from '../../theme.ts';
import { TeamRow } from './team-row.tsx';
import { teamsQuery } from './teams.queries.ts';
import type { TeamsSearch } from './teams.routes.ts';

const FoundTeam = lazy(() => import('./found-team.tsx'));

const route = getRouteApi('/inside/teams');

/** Everybody's teams, and which of them are one's own. */
export function TeamsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: all, isPending, error, refetch } = useQuery(teamsQuery);
  const mine = all?.filter(({ role }) => role);
  const teams = find((search.tab === 'mine' ? mine : all) ?? [], search.search);

  const change = (part: TeamsSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: 'search' in part });
  const found = () => change({ add: true });
  const closeDialog = () => void navigate({ search: (now) => ({ ...now, add: undefined }), replace: true });

  return (
    <Page
      title="Teams"
      action={
        <Button leftSection={<IconPlus {...ICON} />} onClick={found}>
          Found a team
        </Button>
      }
    >
      <Toolbar
        tabs={{
          label: 'Which teams',
          items: [
            { value: 'all', label: 'All', count: all?.length },
            { value: 'mine', label: 'Mine', count: mine?.length },
          ],
          value: search.tab ?? 'all',
          onChange: (tab) => change({ tab: tab === 'mine' ? 'mine' : undefined }),
        }}
        search={{ label: 'Search teams', value: search.search, onChange: (text) => change({ search: text }) }}
      />
      {isPending && <RowSkeletons />}
      {error && !all && <ErrorState error={error} retry={refetch} />}
      {all && !teams.length && <TeamsEmpty search={search} change={change} />}
      {teams.length > 0 && (
        <RowList label="Teams" items={teams} keyOf={({ id }) => id} total={teams.length}>
          {(team, isSelected) => <TeamRow team={team} isSelected={isSelected} />}
        </RowList>
      )}
      <Suspense>{search.add && <FoundTeam onClose={closeDialog} />}</Suspense>
    </Page>
  );
}

function TeamsEmpty({ search, change }: { search: TeamsSearch; change: (part: TeamsSearch) => void }) {
  if (search.search)
    return (
      <EmptyState text="No team has this in its name.">
        <Button variant="default" onClick={() => change({ search: undefined })}>
          {search.tab === 'mine' ? 'Show all my teams' : 'Show all teams'}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState
      text={
        search.tab === 'mine'
          ? 'You belong to no team yet. An owner takes you in, or you found one.'
          : 'There is no team yet. In a team you read together.'
      }
    >
      <Button onClick={() => change({ add: true })}>Found a team</Button>
    </EmptyState>
  );
}

function find(teams: TeamAnswer[], search = ''): TeamAnswer[] {
  return teams.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
}
