import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { NOTIFY_CHANNEL } from '../database/channel.ts';
import type { Engine } from '../database/engine.ts';

const BACKOFF_MS = [100, 500, 2000, 5000];
const ALIVE_MS = 20_000; // how soon a connection that went silent is noticed

interface Listener {
  hear: () => void;
  /** Called when listening has begun, and each time after it was broken off: what was told in between was not heard. */
  began: () => Promise<void>;
  failed: (error: unknown) => void;
}

/**
 * Hears what is published, until the answer is called. On PostgreSQL through one connection of its own, made again whenever
 * it breaks; where the embedded engine is in this process, from the engine itself.
 */
export function listen(engine: Engine, listener: Listener): () => Promise<void> {
  if (engine.listen) {
    const stop = engine.listen(listener.hear);
    listener.began().catch(listener.failed);
    return async () => stop();
  }
  const stopping = new AbortController();
  const done = keepListening(engine, listener, stopping.signal);
  return async () => {
    stopping.abort();
    await done;
  };
}

async function keepListening(engine: Engine, listener: Listener, stopping: AbortSignal): Promise<void> {
  for (let attempt = 0; !stopping.aborted; attempt++) {
    try {
      await listenOnce(engine, listener, stopping, () => {
        attempt = 0;
      });
    } catch (error) {
      if (!stopping.aborted) listener.failed(error);
    }
    await sleep(BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)], undefined, { signal: stopping }).catch(() => {});
  }
}

/** One connection, from its start to its end. @throws Error when it breaks. */
async function listenOnce(
  { address }: Engine,
  { hear, began }: Listener,
  stopping: AbortSignal,
  connected: () => void,
): Promise<void> {
  const client = new pg.Client({
    ...address,
    application_name: 'carrel events',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  });
  const broken = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.on('end', () => reject(new Error('The connection that listens for events has ended.')));
  });
  const stopped = new Promise<void>((resolve) => stopping.addEventListener('abort', () => resolve(), { once: true }));
  client.on('notification', hear);
  const listening = async () => {
    await client.connect();
    await client.query(`LISTEN ${NOTIFY_CHANNEL}`);
    await began();
    connected();
    return broken;
  };
  // A network that drops packets breaks nothing by itself: asked now and then, the connection answers or is given up.
  const alive = setInterval(() => void client.query('SELECT 1').catch(() => client.end()), ALIVE_MS);
  try {
    await Promise.race([listening(), broken, stopped]);
  } finally {
    clearInterval(alive);
    await client.end().catch(() => {});
  }
}
