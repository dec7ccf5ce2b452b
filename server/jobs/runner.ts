import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '../database/sequelize.ts';
import { apart, transaction } from '../database/transaction.ts';
import { ReaderError } from '../reader/readerError.ts';
import { boss } from './boss.ts';
import { findAbandoned, forbidRetry, giveBack, makeDue, putOff, type TakenJob, takeJobs } from './jobs.sql.ts';
import type { Work, Works } from './queues.ts';
import { onWake } from './wake.ts';

const AT_ONCE = 4;
const POLL_MS = 5000; // for jobs that fell due, and those of other processes; one's own are heard of at once
const MAINTENANCE_MS = 60_000;
const UNIQUE_VIOLATION = '23505';
const GRACE_MS = 3000; // running jobs may take this long to finish when the server stops

export interface Runner {
  /** Takes no more jobs; those that run finish, or go back to the queue. */
  stop: () => Promise<void>;
}

interface Options {
  log: (error: unknown) => void;
  /** Looks after what time alone brings: called at the start and once a minute. */
  tick: () => Promise<void>;
}

/** Runs jobs, at most 4 at once and one of a key, until it is stopped. */
export function startJobs(works: Works, options: Options): Runner {
  const stopping = new AbortController();
  const cancelled = new AbortController();
  const running = new Set<Promise<void>>();
  let again = () => {};
  let heard = false;
  onWake(() => {
    heard = true;
    again();
  });

  async function fill(): Promise<void> {
    if (running.size >= AT_ONCE) return;
    const taken = await takeJobs(AT_ONCE - running.size).catch(noneIfTakenElsewhere);
    for (const job of taken) {
      const work = works[job.name] as Work<unknown>;
      const done = runJob(job, work, cancelled.signal)
        .catch(options.log)
        .finally(() => {
          running.delete(done);
          heard = true;
          again();
        });
      running.add(done);
    }
  }

  async function loop(): Promise<void> {
    await recover().catch(options.log);
    let maintained = 0;
    while (!stopping.signal.aborted) {
      heard = false;
      if (Date.now() - maintained >= MAINTENANCE_MS) {
        maintained = Date.now();
        await maintain(options.tick).catch(options.log);
      }
      await fill().catch(options.log);
      if (heard || stopping.signal.aborted) continue;
      const rest = new AbortController();
      again = () => rest.abort();
      await sleep(POLL_MS, undefined, { signal: rest.signal, ref: false }).catch(() => {});
    }
  }

  const looping = apart(loop);
  return {
    stop: async () => {
      onWake(undefined);
      stopping.abort();
      again();
      await looping;
      const grace = setTimeout(() => cancelled.abort(), GRACE_MS);
      await Promise.all(running);
      clearTimeout(grace);
    },
  };
}

async function runJob(job: TakenJob, work: Work<unknown>, signal: AbortSignal): Promise<void> {
  const { name, id, data } = job;
  try {
    const write = await work.run(data, signal);
    const queue = await boss();
    await transaction(database(), async () => {
      await write();
      await queue.complete(name, id);
    });
  } catch (error) {
    if (signal.aborted) return giveBack(name, id);
    await fail(job, work, error);
  }
}

/** Only what may pass by itself is tried again; anything else would fail the same way, and ask a site for nothing. */
async function fail({ name, id, data, last }: TakenJob, work: Work<unknown>, error: unknown): Promise<void> {
  const foreseen = error instanceof ReaderError ? error : null;
  const final = last || foreseen?.retryable === false;
  const sentence = foreseen?.message ?? `Carrel had a fault of its own: ${(error as Error).message}`;
  const queue = await boss();
  await transaction(database(), async () => {
    if (final) await forbidRetry(name, id);
    await queue.fail(name, id, { message: sentence });
    if (foreseen?.retryAfter) await putOff(name, id, foreseen.retryAfter);
    await work.failed(data, sentence, final);
  });
  if (!foreseen) throw error;
}

/** Another server took a job of the same key in the same moment: that one runs it, and here the next look finds others. */
function noneIfTakenElsewhere(error: { code?: string }): TakenJob[] {
  if (error.code === UNIQUE_VIOLATION) return [];
  throw error;
}

async function recover(): Promise<void> {
  for (const { name, id } of await findAbandoned()) {
    // Counts as a failure: a page that ends the server must not do so for ever.
    await (await boss()).fail(name, id, { message: 'The server ended while this was running.' });
    await makeDue(name, id);
  }
}

async function maintain(tick: () => Promise<void>): Promise<void> {
  const queue = await boss();
  await queue.maintain();
  await tick();
}
