import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { NOTIFY_CHANNEL } from './channel.ts';
import type { Engine } from './engine.ts';
import { type Holder, type Lock, lockFolder } from './lock.ts';

const SOCKET_NAME = '.s.PGSQL.5432'; // the name psql and node-postgres look for in a folder given as host
const SOCKET_PATH_MOST = 103; // bytes: sun_path holds 104 on macOS, 108 on Linux
const WAIT_MS = 20_000;
const STARTING_WAIT_MS = 120_000; // creating the database took 12 s on a busy machine of two cores, and migrations come on top

/**
 * Opens the embedded PostgreSQL of a data folder. A server that finds another server there is refused; a command that
 * finds one works through its socket.
 * @throws Error with one sentence when the folder cannot be had.
 */
export async function openEmbedded(
  dataDir: string,
  role: Holder['role'],
  say: (line: string) => void,
): Promise<Engine> {
  const socketDir = socketFolder(dataDir);
  const began = Date.now();
  let told = false;
  for (;;) {
    const lock = lockFolder(dataDir, role);
    if ('release' in lock) return startHere(dataDir, socketDir, lock, say);
    const { holder } = lock;
    const who = `process ${holder.pid}`;
    if (holder.role === 'server' && role === 'server')
      throw new Error(`A Carrel server is already running on ${dataDir} (${who}).`);
    if (holder.role === 'server' && !holder.starting && (await answers(path.join(socketDir, SOCKET_NAME))))
      return { kind: 'embedded', address: { host: socketDir, port: 5432 }, stop: async () => {} };
    const waited = Date.now() - began;
    const most = holder.starting ? STARTING_WAIT_MS : WAIT_MS;
    if (waited > most)
      throw new Error(`The ${holder.role} of ${who} holds ${dataDir} and did not make way within ${most / 1000} s.`);
    if (waited > 1000 && !told) {
      say(`Waiting for the ${holder.role} of ${who}, which ${holder.starting ? 'is starting' : 'has the database'} …`);
      told = true;
    }
    await sleep(100);
  }
}

/**
 * Starts a throw-away database in memory; for tests.
 * @param image the file of a data folder to begin with
 * @param program PostgreSQL as a `WebAssembly.Module`, for who starts many: what one has made fast is fast in the next
 */
export async function openEmbeddedInMemory(
  image?: string,
  program?: object,
): Promise<Engine & { dump: () => Promise<Buffer> }> {
  const socketDir = mkdtempSync(path.join(os.tmpdir(), 'carrel-'));
  const worker = await startWorker(undefined, socketDir, { image, program });
  return {
    kind: 'embedded',
    address: { host: socketDir, port: 5432 },
    dump: async () => {
      worker.postMessage({ dump: true });
      for (;;) {
        const [{ dumped }] = (await once(worker, 'message')) as [{ dumped?: ArrayBuffer }];
        if (dumped) return Buffer.from(dumped);
      }
    },
    listen: (hear) => listenTo(worker, hear),
    stop: async () => {
      await stopWorker(worker);
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

async function startHere(
  dataDir: string,
  socketDir: string,
  { ready, release }: Lock,
  say: (line: string) => void,
): Promise<Engine> {
  const folder = path.join(dataDir, 'postgres');
  // There from before the first file of a new database until it is whole. Left behind, it says that the first start was
  // broken off, and that what lies there holds nobody's data and no PostgreSQL would start on it.
  const unfinished = path.join(dataDir, 'unfinished');
  try {
    if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
    if (!existsSync(folder)) {
      say(`Creating the database in ${dataDir} (this takes a few seconds, once) …`);
      writeFileSync(unfinished, '', { mode: 0o600 });
    }
    mkdirSync(socketDir, { recursive: true, mode: 0o700 });
    chmodSync(socketDir, 0o700);
    rmSync(path.join(socketDir, SOCKET_NAME), { force: true });
    const worker = await startWorker(folder, socketDir);
    rmSync(unfinished, { force: true });
    return {
      kind: 'embedded',
      address: { host: socketDir, port: 5432 },
      ready,
      listen: (hear) => listenTo(worker, hear),
      stop: async () => {
        await stopWorker(worker);
        rmSync(path.join(socketDir, SOCKET_NAME), { force: true });
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function startWorker(
  folder: string | undefined,
  socketDir: string,
  begin: { image?: string; program?: object } = {},
): Promise<Worker> {
  const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
    workerData: { ...begin, folder, socket: path.join(socketDir, SOCKET_NAME), channel: NOTIFY_CHANNEL },
  });
  await once(worker, 'message'); // an 'error' before that rejects
  // The database is the process: without it nothing can go on, and a restart finds every committed row.
  worker.on('error', (error) => {
    console.error('The embedded database failed.', error);
    process.exit(1);
  });
  return worker;
}

function listenTo(worker: Worker, hear: (payload: string) => void): () => void {
  const onMessage = ({ notified }: { notified?: string }) => {
    if (notified !== undefined) hear(notified);
  };
  worker.on('message', onMessage);
  return () => worker.off('message', onMessage);
}

async function stopWorker(worker: Worker): Promise<void> {
  worker.postMessage({ stop: true });
  await once(worker, 'exit');
}

/** Where the socket is: in the data folder, or, when that path is too long for a socket, in a private temporary one. */
function socketFolder(dataDir: string): string {
  if (Buffer.byteLength(path.join(dataDir, SOCKET_NAME)) <= SOCKET_PATH_MOST) return dataDir;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return path.join(os.tmpdir(), `carrel-${os.userInfo().uid}-${name}`);
}

async function answers(socketPath: string): Promise<boolean> {
  const socket = connect(socketPath);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
