import { queryOptions } from '@tanstack/react-query';
import type {
  StatisticsAnswer,
  TeamStatisticsAnswer,
} from '../../../../server/features/statistics/statistics.schemas.ts';
import { get } from '../../api.ts';
import type { StatisticsSearch } from './statistics.routes.ts';

const PERIODS = { week: 26, month: 24 };

/** How the reader's clock stands to UTC, so that his weeks begin at his midnight. */
function periodsOf({ unit = 'week' }: StatisticsSearch) {
  return { unit, periods: PERIODS[unit], offset: -new Date().getTimezoneOffset() };
}

export function statisticsQuery(search: StatisticsSearch) {
  const query = periodsOf(search);
  return queryOptions({
    queryKey: ['statistics', 'mine', query],
    queryFn: ({ signal }) => get<StatisticsAnswer>('/statistics', query, signal),
    placeholderData: (previous) => previous,
  });
}

export function teamStatisticsQuery(team: number, search: StatisticsSearch) {
  const query = periodsOf(search);
  return queryOptions({
    queryKey: ['statistics', 'team', team, query],
    queryFn: ({ signal }) => get<TeamStatisticsAnswer>(`/teams/${team}/statistics`, query, signal),
  });
}
