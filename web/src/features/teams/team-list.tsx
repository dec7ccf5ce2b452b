import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { openPage } from '../blogs/blog-link.tsx';
import { TeamListEmpty } from './team-list-empty.tsx';
import { TeamReadingRow } from './team-reading-row.tsx';
import { type TeamReading, teamListQuery } from './team-readings.queries.ts';
import { TeamToolbar, useChangeTeamSearch } from './team-toolbar.tsx';
import { useTeamMark } from './use-team-mark.ts';

const ChangeTeamReading = lazy(() => import('./change-team-reading.tsx'));

const route = getRouteApi('/inside/teams/$id');

interface Props {
  team: TeamPageAnswer;
  mayManage: boolean;
}

/** What a team reads, by the day it is due. */
export function TeamList({ team, mayManage }: Props) {
  const search = route.useSearch();
  const change = useChangeTeamSearch();
  const [changed, setChanged] = useState<TeamReading>();
  const mark = useTeamMark(team.id);
  const list = useInfiniteQuery(teamListQuery(team.id, search));
  const readings = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const keys = [
    { key: 'm', label: 'Mark as read, or unread again', run: mark },
    { key: 'o', label: 'Open the page', run: ({ blog }: TeamReading) => openPage(blog) },
  ];
  return (
    <>
      <TeamToolbar />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !readings.length && (
        <TeamListEmpty search={search} change={change}>
          <Button onClick={() => change({ add: true })}>Add a blog</Button>
        </TeamListEmpty>
      )}
      {readings.length > 0 && (
        <RowList
          label="What the team reads"
          items={readings}
          keyOf={({ id }) => id}
          keys={keys}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(reading, isSelected) => (
            <TeamReadingRow
              team={team}
              reading={reading}
              isSelected={isSelected}
              mayManage={mayManage}
              mark={mark}
              change={setChanged}
            />
          )}
        </RowList>
      )}
      <Suspense>
        {changed && <ChangeTeamReading team={team} reading={changed} onClose={() => setChanged(undefined)} />}
      </Suspense>
    </>
  );
}
