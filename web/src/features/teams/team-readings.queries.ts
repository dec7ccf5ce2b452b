import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import type { MatrixRow } from '../../../../server/features/teams/matrix.schemas.ts';
import type { TeamReadingAnswer } from '../../../../server/features/teams/team-readings.schemas.ts';
import { getPage, type Query } from '../../api.ts';
import { isShort, patchItems } from '../../parts/infinite-cache.ts';
import { thisWeek } from './due.ts';
import type { TeamSearch } from './teams.routes.ts';

export type TeamReading = TeamReadingAnswer;

/** How many members the server puts side by side in one matrix. */
export const MATRIX_WIDTH = 200;
const MATRIX_ROWS = 50; // 50 by 200 are 10,000 cells, as many as a browser lays out without being noticed

const listKey = (id: number) => ['teams', 'readings', id, 'list'] as const;

function filters({ search, show, sort }: TeamSearch): Query {
  const [dueFrom, dueTo] = show === 'week' ? thisWeek() : [];
  return {
    search,
    sort,
    readByMe: show === 'unread' ? false : undefined,
    readByAll: show === 'read-by-all' ? true : undefined,
    dueFrom,
    dueTo,
  };
}

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { next?: string }) => next,
  refetchOnWindowFocus: isShort,
  refetchOnMount: isShort,
} as const;

/** What a team reads. */
export function teamListQuery(id: number, search: TeamSearch) {
  const query = filters(search);
  return infiniteQueryOptions({
    ...paged,
    queryKey: [...listKey(id), query],
    queryFn: ({ pageParam, signal }) => getPage<TeamReading>(`/teams/${id}/readings`, query, pageParam, signal),
    placeholderData: (previous) => previous, // the old rows stay while new ones are searched for
  });
}

/** Who of a team has read what, for the members from a place in its order on. */
export function matrixQuery(id: number, search: TeamSearch) {
  const query = { ...filters(search), membersFrom: search.from, limit: MATRIX_ROWS };
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['teams', 'readings', id, 'matrix', query],
    queryFn: ({ pageParam, signal }) => getPage<MatrixRow>(`/teams/${id}/matrix`, query, pageParam, signal),
    placeholderData: (previous) => previous,
  });
}

export function patchTeamReading(
  client: QueryClient,
  teamId: number,
  blogId: number,
  change: (reading: TeamReading) => TeamReading,
): void {
  patchItems<TeamReading>(client, listKey(teamId), (one) => (one.blog.id === blogId ? change(one) : one));
}

/** Fetches anew what depends on the lists of teams: theirs, and one's own. */
export async function refreshTeamReadings(client: QueryClient): Promise<void> {
  await Promise.all(
    [['teams', 'readings'], ['readinglists']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}
