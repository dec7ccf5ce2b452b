import { requireMember } from '../teams/teams.ts';
import type { Viewer } from '../users/viewer.ts';
import type { StatisticsAnswer, StatisticsQuery, TeamStatisticsAnswer } from './statistics.schemas.ts';
import {
  selectPeriods,
  selectReadAuthors,
  selectReadTags,
  selectReadYears,
  selectTotals,
  selectWeeksInARow,
} from './statistics.sql.ts';
import { selectTeamAuthors, selectTeamMembers, selectTeamPeriods, selectTeamTotals } from './team-statistics.sql.ts';

/** What somebody read, for himself alone. */
export async function presentStatistics({ id }: Viewer, query: StatisticsQuery): Promise<StatisticsAnswer> {
  const [totals, periods, authors, years, tags, weeks] = await Promise.all([
    selectTotals(id),
    selectPeriods(id, query),
    selectReadAuthors(id),
    selectReadYears(id),
    selectReadTags(id),
    selectWeeksInARow(id, query),
  ]);
  return { ...totals, periods, authors, years, tags, weeks };
}

/** What a team read of its list, without those who hide their progress from it. @throws NotFound, Forbidden. */
export async function presentTeamStatistics(
  viewer: Viewer,
  teamId: number,
  query: StatisticsQuery,
): Promise<TeamStatisticsAnswer> {
  await requireMember(viewer, teamId);
  const [totals, periods, authors, members] = await Promise.all([
    selectTeamTotals(teamId),
    selectTeamPeriods(teamId, query),
    selectTeamAuthors(teamId),
    selectTeamMembers(teamId),
  ]);
  return { ...totals, periods, authors, members };
}
