import { type Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import type { JobState } from '../features/operations/jobs.schemas.ts';
import { JOB_ORDER, type JobRow, selectJobs } from '../features/operations/jobs.sql.ts';
import { presentJob, retryJob } from '../features/operations/jobs.ts';
import { worksOf } from '../features/works.ts';
import { OPERATOR } from './operator.ts';
import { minute, oneLine, print, printJson, printTable } from './output.ts';
import { everyPage } from './pages.ts';
import { withDatabase } from './with-database.ts';

const STATES: JobState[] = ['waiting', 'running', 'retrying', 'failed', 'done'];

export function addJobsCommand(program: Command): void {
  const jobs = program
    .command('jobs')
    .description('See what the server does by itself, such as fetching pages, and run again what failed.')
    .addHelpText(
      'after',
      `
A running server hears of a job that is run again within 5 seconds; without one it waits for the next start.

Examples:
  carrel jobs list --state failed
  carrel jobs retry 4f0c2b1e-6a52-4c1f-9f5e-0c8f5a3d2b10
  carrel jobs retry --failed`,
    );
  jobs
    .command('list')
    .description('List the jobs, the newest first. What was done a day ago, or failed 30 days ago, is gone.')
    .addOption(new Option('--state <state>', 'only those in this state').choices(STATES))
    .option('--json', 'for programs')
    .action((options: { state?: JobState; json?: boolean }) => withDatabase(() => list(options)));
  jobs
    .command('retry [id]')
    .description('Run a job again that failed, or at once one that waits for its next attempt.')
    .option('--failed', 'every one that has failed')
    .action((id: string | undefined, { failed }: { failed?: boolean }, command: Command) => {
      if (Boolean(id) === Boolean(failed)) command.error('error: name one job by its id, or say --failed');
      return withDatabase(() => (id ? retry(id) : retryFailed()));
    });
}

async function list({ state, json }: { state?: JobState; json?: boolean }): Promise<void> {
  const jobs: JobRow[] = [];
  for await (const page of everyPage(JOB_ORDER, (wanted) => selectJobs(state, wanted))) jobs.push(...page);
  if (json) return printJson(jobs.map(presentJob));
  if (!jobs.length) return print(state ? `No job is ${state}.` : 'There is no job.');
  await printTable(
    ['id', 'kind', 'state', 'tries', 'begun', 'about', 'reason'],
    jobs.map((job) => [
      job.id,
      job.name,
      job.state,
      job.attempts,
      minute(new Date(job.createdAt)),
      oneLine(job.subject ?? '').slice(0, 60),
      oneLine(job.reason ?? ''),
    ]),
  );
}

async function retry(id: string): Promise<void> {
  const job = await retryJob(OPERATOR, worksOf(readConfig()), id);
  await print(`${job.name} ${oneLine(job.subject ?? job.id)} is run again.`);
}

async function retryFailed(): Promise<void> {
  const ids: string[] = [];
  for await (const page of everyPage(JOB_ORDER, (wanted) => selectJobs('failed', wanted)))
    ids.push(...page.map((job) => job.id));
  const works = worksOf(readConfig());
  for (const id of ids) await retryJob(OPERATOR, works, id);
  await print(`${ids.length} ${ids.length === 1 ? 'job is' : 'jobs are'} run again.`);
}
