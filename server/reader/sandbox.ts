import { Worker } from 'node:worker_threads';
import { ReaderError } from './readerError.ts';

type Limits = { timeoutMs: number; memoryMb: number; idleMs: number };
type Reply = { ready?: true; value?: unknown; error?: { name: string; message: string }; heapUsed?: number };

/** Runs one task after another in a worker thread of its own; `close` ends the thread. */
export type Sandbox = { run<T>(task: string, input: unknown): Promise<T>; close(): Promise<void> };

const DEFAULTS: Limits = { timeoutMs: 10_000, memoryMb: 256, idleMs: 60_000 };
const START_TIMEOUT_MS = 60_000;
const YOUNG_MB = 48;

/**
 * A worker thread in which pages are taken apart: a task costs at most `timeoutMs` and `memoryMb`, then the thread is
 * ended and the next task gets a new one (starting takes about a second). An idle thread goes after `idleMs`.
 * A task that fails rejects with ReaderError: `too-complex` over a limit, `unreadable` otherwise.
 */
export function createSandbox(limits: Partial<Limits> = {}): Sandbox {
  const { timeoutMs, memoryMb, idleMs } = { ...DEFAULTS, ...limits };
  let worker: Promise<Worker> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.then((thread) => thread.terminate()).catch(() => {});
  }

  async function start(): Promise<Worker> {
    const thread = await startWorker(memoryMb);
    thread.once('exit', () => {
      worker = null;
    });
    return thread;
  }

  async function runAlone(task: string, input: unknown): Promise<unknown> {
    clearTimeout(idle);
    worker ??= start();
    try {
      const answer = await ask(await worker, { task, input }, timeoutMs).catch((error) =>
        end().then(() => {
          throw error;
        }),
      );
      // What a page leaves behind must not be paid for by the next one.
      if ((answer.heapUsed ?? 0) > (memoryMb << 20) / 2) await end();
      if (answer.error) throw unreadable(answer.error);
      return answer.value;
    } finally {
      idle = setTimeout(end, idleMs).unref();
    }
  }

  return {
    run<T>(task: string, input: unknown): Promise<T> {
      const result = last.then(() => runAlone(task, input));
      last = result.catch(() => {});
      return result as Promise<T>;
    },
    close: end,
  };
}

async function startWorker(memoryMb: number): Promise<Worker> {
  const worker = new Worker(new URL('./worker/entry.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb - YOUNG_MB, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 4 },
    execArgv: [],
    env: {},
  });
  // An error event without any listener would end the whole process.
  worker.on('error', () => {});
  await reply(worker, START_TIMEOUT_MS);
  worker.unref();
  return worker;
}

async function ask(worker: Worker, message: unknown, timeoutMs: number): Promise<Reply> {
  worker.ref();
  worker.postMessage(message);
  const answer = await reply(worker, timeoutMs);
  worker.unref();
  return answer;
}

/** The next message of the worker; rejects when it does not come in time or the worker ends, say over its memory. */
function reply(worker: Worker, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(tooSlow(timeoutMs))), timeoutMs);
    const onMessage = (message: Reply) => settle(() => resolve(message));
    const onError = (error: Error) => settle(() => reject(asReaderError(error)));
    const onExit = () => settle(() => reject(unreadable(new Error('the reading thread ended'))));
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function asReaderError(error: Error): ReaderError {
  const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!isMemory) return unreadable(error);
  return new ReaderError('too-complex', 'The page needs more memory than one page may have.', { cause: error });
}

function tooSlow(timeoutMs: number): ReaderError {
  return new ReaderError('too-complex', `The page could not be read within ${timeoutMs / 1000} s.`);
}

function unreadable(error: { name: string; message: string }): ReaderError {
  return new ReaderError('unreadable', `The page could not be read (${error.message}).`, { cause: error });
}
