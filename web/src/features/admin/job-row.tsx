import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JobAnswer } from '../../../../server/features/operations/jobs.schemas.ts';
import { ListRow } from '../../parts/list-row.tsx';
import { plural } from '../../parts/plural.ts';
import { RelativeDate } from '../../parts/relative-date.tsx';

interface Props {
  job: JobAnswer;
  isSelected: boolean;
  retry: (job: JobAnswer) => void;
}

const KINDS: Record<string, string> = { 'fetch-article': 'Fetch a page', 'check-feed': 'Look at a feed' };

const STATES: Record<JobAnswer['state'], string> = {
  waiting: 'Waits',
  running: 'Runs now',
  retrying: 'Is tried again',
  failed: 'Failed',
  done: 'Done',
};

/** Whether a job can be run again, or now. */
export function canRetry({ state }: JobAnswer): boolean {
  return state === 'failed' || state === 'retrying';
}

export function JobRow({ job, isSelected, retry }: Props) {
  const { kind, subject, blogId, state, reason, attempts, createdAt } = job;
  const what = subject ?? KINDS[kind] ?? kind;
  return (
    <ListRow
      isSelected={isSelected}
      title={
        blogId ? (
          <Link to="/blogs/$id" params={{ id: blogId }} title={what}>
            {what}
          </Link>
        ) : (
          <span title={what}>{what}</span>
        )
      }
      facts={[
        STATES[state],
        reason && <span title={reason}>{reason}</span>,
        KINDS[kind] ?? kind,
        attempts > 1 && plural(attempts, 'try', 'tries'),
        <RelativeDate key="created" iso={createdAt} />,
      ]}
      actions={
        canRetry(job)
          ? [{ label: state === 'failed' ? 'Run again' : 'Run now', icon: IconRefresh, run: () => retry(job) }]
          : []
      }
    />
  );
}
