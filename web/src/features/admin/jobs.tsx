import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { JobAnswer } from '../../../../server/features/operations/jobs.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { showMessage } from '../../parts/messages.ts';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import type { JobSearch } from './admin.routes.ts';
import { canRetry, JobRow } from './job-row.tsx';
import { JOBS_KEY, jobsQuery } from './jobs.queries.ts';

const STATES: { value: NonNullable<JobSearch['state']> | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'failed', label: 'Failed' },
  { value: 'retrying', label: 'Tried again' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'done', label: 'Done' },
];

const NOTHING: Record<string, string> = {
  all: 'The server has nothing to do by itself, and had nothing for a day.',
  failed: 'No job has failed.',
  retrying: 'No job waits to be tried again.',
  waiting: 'No job waits.',
  done: 'No job was done within the last day.',
};

const route = getRouteApi('/inside/admin/jobs');

/** What the server does by itself, such as fetching pages: what failed and why, to be run again. */
export function JobsSection() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const list = useInfiniteQuery(jobsQuery(search));
  const jobs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = search.state ?? 'all';

  const retry = async (job: JobAnswer) => {
    if (!canRetry(job)) return;
    try {
      await post(`/admin/jobs/${job.id}/retry`, {});
      showMessage({ text: `Run again: ${job.subject ?? job.kind}` });
    } catch (error) {
      showMessage({ text: `The job is not run again. ${errorSentence(error)}`, isError: true });
    }
    await client.invalidateQueries({ queryKey: JOBS_KEY });
  };

  return (
    <Section title="Jobs" lead="What the server does by itself: fetching pages, and trying again what may pass.">
      <Toolbar
        tabs={{
          label: 'Which jobs',
          items: STATES,
          value: shown,
          onChange: (value) => void navigate({ search: { state: value === 'all' ? undefined : value } }),
        }}
      />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !jobs.length && <EmptyState text={NOTHING[shown] ?? ''} />}
      {jobs.length > 0 && (
        <RowList
          key={shown}
          label="Jobs"
          items={jobs}
          keyOf={({ id }) => id}
          keys={[{ key: 'r', label: 'Run again', run: (job) => void retry(job) }]}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(job, isSelected) => <JobRow job={job} isSelected={isSelected} retry={(one) => void retry(one)} />}
        </RowList>
      )}
    </Section>
  );
}
