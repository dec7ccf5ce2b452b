import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { UUID } from '../../http/paging.ts';
import { runAgain } from '../../jobs/boss.ts';
import type { Work, Works } from '../../jobs/queues.ts';
import { requireAdmin, type Viewer } from '../users/viewer.ts';
import type { JobAnswer, JobState } from './jobs.schemas.ts';
import { type JobRow, selectJob } from './jobs.sql.ts';

const CANNOT: Partial<Record<JobState, string>> = {
  waiting: 'this job has not been begun yet',
  running: 'this job is running',
  done: 'this job is done',
};

/**
 * Runs a job again that failed, or at once one that would be tried again later.
 * @throws Forbidden for all but admins, NotFound, Conflict while there is nothing to run again.
 */
export async function retryJob(viewer: Viewer, works: Works, id: string): Promise<JobRow> {
  requireAdmin(viewer);
  const job = await findJob(id);
  const cannot = CANNOT[job.state];
  if (cannot) throw new Conflict(cannot);
  await transaction(database(), async () => {
    await runAgain(job.name, id);
    await (works[job.name] as Work<never>).waits(job.data);
  });
  return findJob(id);
}

async function findJob(id: string): Promise<JobRow> {
  const job = UUID.test(id) ? await selectJob(id) : undefined;
  if (!job) throw new NotFound('job');
  return job;
}

export function presentJob(job: JobRow): JobAnswer {
  return {
    id: job.id,
    kind: job.name,
    subject: job.subject,
    blogId: job.blogId,
    state: job.state,
    reason: job.reason,
    attempts: job.attempts,
    createdAt: job.createdAt,
    nextAt: job.nextAt,
    endedAt: job.endedAt,
  };
}
