import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type {
  StatisticsAnswer,
  TeamStatisticsAnswer,
} from '../../../../server/features/statistics/statistics.schemas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { plural, sayNumber } from '../../parts/plural.ts';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { teamsQuery } from '../teams/teams.queries.ts';
import { PeriodChart } from './period-chart.tsx';
import { ShareTable } from './share-table.tsx';
import styles from './statistics.module.css';
import { statisticsQuery, teamStatisticsQuery } from './statistics.queries.ts';
import type { StatisticsSearch } from './statistics.routes.ts';

const route = getRouteApi('/inside/statistics');

/** What one read, or what a team of one's own read: over time, by author, and one's own by tag and year too. */
export function StatisticsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { team, unit = 'week' } = search;
  const mine = useQuery({ ...statisticsQuery(search), enabled: !team });
  const ours = useQuery({ ...teamStatisticsQuery(team ?? 0, search), enabled: Boolean(team) });
  const teams = (useQuery(teamsQuery).data ?? []).filter(({ role }) => role);
  const shown = team ? ours : mine;
  const change = (part: StatisticsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <Page title="Statistics">
      <Toolbar
        tabs={{
          label: 'By week or by month',
          items: [
            { value: 'week', label: 'Weeks' },
            { value: 'month', label: 'Months' },
          ],
          value: unit,
          onChange: (value) => change({ unit: value === 'week' ? undefined : value }),
        }}
      >
        {teams.length > 0 && (
          <NativeSelect
            aria-label="Whose"
            className={styles.whose}
            value={team ?? ''}
            data={[{ value: '', label: 'Mine' }, ...teams.map(({ id, name }) => ({ value: String(id), label: name }))]}
            onChange={(event) => change({ team: Number(event.currentTarget.value) || undefined })}
          />
        )}
      </Toolbar>
      {shown.isPending && <RowSkeletons />}
      {shown.isError && !shown.data && <ErrorState error={shown.error} retry={shown.refetch} />}
      {!team && mine.data && <Mine {...mine.data} unit={unit} />}
      {team && ours.data && <Ours {...ours.data} unit={unit} />}
    </Page>
  );
}

type Unit = { unit: 'week' | 'month' };

function Mine({ read, unread, minutes, weeks, periods, authors, years, tags, unit }: StatisticsAnswer & Unit) {
  const time = minutes >= 60 ? `, about ${plural(Math.round(minutes / 60), 'hour')} of reading` : '';
  return (
    <>
      <p className={styles.facts}>
        {plural(read, 'blog')} read{time}; {sayNumber(unread)} unread.
        {weeks.current > 1 && ` Something in each of the last ${weeks.current} weeks.`}
      </p>
      <PeriodChart unit={unit} periods={periods} />
      <ShareTable title="By author" heading="Author" rows={authors.map(rowOfAuthor)} />
      <ShareTable
        title="By tag"
        heading="Tag"
        rows={tags.map(({ tag, read: count }) => ({ key: tag, name: tag, read: count }))}
      />
      <ShareTable
        title="By year of publication"
        heading="Year"
        rows={years.map(({ year, read: count }) => ({
          key: year ?? 0,
          name: year === null ? 'No year' : String(year),
          read: count,
        }))}
      />
    </>
  );
}

function Ours({ blogs, read, hidden, periods, authors, members, unit }: TeamStatisticsAnswer & Unit) {
  return (
    <>
      <p className={styles.facts}>
        {plural(blogs, 'blog')} on the list, read {plural(read, 'time')}.
        {hidden > 0 && ` ${plural(hidden, 'member')} not counted: progress is hidden.`}
      </p>
      <PeriodChart unit={unit} periods={periods} />
      <ShareTable title="By author" heading="Author" rows={authors.map(rowOfAuthor)} />
      <ShareTable
        title="By member"
        heading="Member"
        rows={members.map(({ id, name, read: count }) => ({ key: id, name, read: count }))}
      />
    </>
  );
}

function rowOfAuthor({ author, read }: StatisticsAnswer['authors'][number]) {
  return { key: author ?? '', name: author ?? 'No author', read };
}
