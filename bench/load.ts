import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { Call } from './workloads.ts';

export interface Job {
  url: string;
  calls: Call[];
  connections: number;
  /** How long; or, where it is given, how many requests instead, however long they take. */
  seconds: number;
  requests?: number;
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

/** As many connections as asked for, each with one request after the other, for a time. */
async function makeLoad(job: Job): Promise<Load> {
  const times: number[] = [];
  const { duration, errors, timeouts, non2xx } = await fire(job, times);
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    requests: times.length,
    perSecond: times.length / duration,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    errors: errors + timeouts + non2xx,
  };
}

/** One load; `times` takes what each answer took, in milliseconds. */
function fire({ url, calls, connections, seconds, requests, skip }: Job, times: number[]): Promise<autocannon.Result> {
  let started = 0;
  return new Promise((resolve, reject) => {
    const options = {
      url,
      connections,
      ...(requests ? { amount: requests, timeout: 120 } : { duration: seconds }),
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
