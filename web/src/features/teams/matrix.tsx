import { Button, Switch } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { sayNumber } from '../../parts/plural.ts';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import styles from './matrix.module.css';
import { MatrixLegend } from './matrix-legend.tsx';
import { MatrixList } from './matrix-list.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { TeamListEmpty } from './team-list-empty.tsx';
import { MATRIX_WIDTH, matrixQuery } from './team-readings.queries.ts';
import { TeamToolbar, useChangeTeamSearch } from './team-toolbar.tsx';
import { useHideProgress } from './use-hide-progress.ts';

const route = getRouteApi('/inside/teams/$id');

/** Who of a team has read what: a table, on a phone a list. */
export default function Matrix({ team }: { team: TeamPageAnswer }) {
  const search = route.useSearch();
  const change = useChangeTeamSearch();
  const isPhone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const matrix = useInfiniteQuery(matrixQuery(team.id, search));
  const rows = matrix.data?.pages.flatMap(({ items }) => items) ?? [];
  const from = search.from ?? 0;
  const members = team.members.slice(from, from + MATRIX_WIDTH);
  return (
    <>
      <TeamToolbar />
      {matrix.isPending && <RowSkeletons />}
      {matrix.isError && !matrix.data && <ErrorState error={matrix.error} retry={matrix.refetch} />}
      {matrix.isSuccess && !rows.length && (
        <TeamListEmpty search={search} change={change}>
          <Button onClick={() => change({ add: true })}>Add a blog</Button>
        </TeamListEmpty>
      )}
      {rows.length > 0 && (
        <>
          <div className={styles.above}>
            <MatrixLegend />
            <HideProgress team={team} />
          </div>
          {team.members.length > MATRIX_WIDTH && (
            <MemberPages total={team.members.length} from={from} go={(place) => change({ from: place || undefined })} />
          )}
          {isPhone ? <MatrixList rows={rows} members={members} /> : <MatrixTable rows={rows} members={members} />}
        </>
      )}
      {matrix.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={matrix.isFetchingNextPage} onClick={() => matrix.fetchNextPage()}>
            Show more blogs
          </Button>
        </div>
      )}
    </>
  );
}

/** Shown to the members themselves; an admin who is none has nothing to hide. */
function HideProgress({ team }: { team: TeamPageAnswer }) {
  const viewer = useViewer();
  const hide = useHideProgress(team.id);
  const me = team.members.find(({ id }) => id === viewer.id);
  if (!me) return null;
  return (
    <Switch
      label="Hide what I have read"
      checked={me.hidesProgress ?? false}
      onChange={(event) => hide({ member: me, hidesProgress: event.currentTarget.checked })}
    />
  );
}

/** A team larger than the matrix is wide is shown in parts. */
function MemberPages({ total, from, go }: { total: number; from: number; go: (place: number) => void }) {
  const to = Math.min(total, from + MATRIX_WIDTH);
  return (
    <nav className={styles.pages} aria-label="Members shown">
      <Button variant="default" disabled={from === 0} onClick={() => go(Math.max(0, from - MATRIX_WIDTH))}>
        Previous
      </Button>
      Members {sayNumber(from + 1)} to {sayNumber(to)} of {sayNumber(total)}
      <Button variant="default" disabled={to === total} onClick={() => go(from + MATRIX_WIDTH)}>
        Next
      </Button>
    </nav>
  );
}
