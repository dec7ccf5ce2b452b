import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { Call } from './workloads.ts';

export interface Job {
  url: string;
  calls: Call[];
  connections: number;
  seconds: number;
  /** How many calls of its share each connection leaves out: those that a run before may have made, and not been answered. */
  skip: number;
}

export interface Load {
  requests: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Answers but 2xx, and requests that were not answered. */
  errors: number;
}

/** Starts the process that makes the load, so that it takes no time from who measures. */
export function startLoad() {
  const child = fork(fileURLToPath(import.meta.url));
  return {
    run: async (job: Job): Promise<Load> => {
      child.send(job);
      const [load] = await once(child, 'message');
      return load;
    },
    stop: () => child.kill(),
  };
}

/** Each try takes twice as long as the one before. */
const TRIES = 8;

/** As many connections as asked for, each with one request after the other, for a time; again where that was too short for one answer. */
async function makeLoad(job: Job): Promise<Load> {
  const times: number[] = [];
  let seconds = 0;
  let failed = 0;
  for (let tries = 0; !times.length && !failed && tries < TRIES; tries++) {
    const { duration, errors, timeouts, non2xx } = await fire({ ...job, seconds: job.seconds * 2 ** tries }, times);
    seconds += duration;
    failed += errors + timeouts + non2xx;
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    errors: failed,
  };
}

/** One load; `times` takes what each answer took, in milliseconds. */
function fire({ url, calls, connections, seconds, skip }: Job, times: number[]): Promise<autocannon.Result> {
  let started = 0;
  return new Promise((resolve, reject) => {
    const options = {
      url,
      connections,
      duration: seconds,
      sampleInt: 100, // it looks this often whether the time is over
      setupClient: (client: autocannon.Client) => client.setRequests(shareOf(calls, started++, connections, skip)),
    };
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result))).on(
      'response',
      (_client, _status, _bytes, ms) => times.push(ms),
    );
  });
}

/** Every connection begins at another place of the round, and where there are many calls it has a part of its own. */
function shareOf(calls: Call[], connection: number, connections: number, skip: number): Call[] {
  const start = Math.floor((connection * calls.length) / connections) + skip;
  const many = Math.max(Math.floor(calls.length / connections), Math.min(calls.length, 100));
  return Array.from({ length: many }, (_, i) => calls[(start + i) % calls.length] as Call);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.on('message', (job: Job) => void makeLoad(job).then((load) => process.send?.(load)));
