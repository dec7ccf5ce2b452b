import pg from 'pg';

/** What a server has used since it was started. */
export interface ServerUsage {
  queries: number;
  cpuSeconds: number;
  /** Resident, in MiB. */
  memory: number;
}

// Loaded into each of the servers before their own code (`node --import`): counts every statement that node-postgres sends,
// under whatever stands on top of it, and answers the benchmark's question over the channel to the parent process.
let queries = 0;
const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
  queries++;
  return original.apply(this, args);
} as typeof pg.Client.prototype.query;

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage.rss() / 1024 ** 2;
  process.send?.({ queries, cpuSeconds: (user + system) / 1e6, memory } satisfies ServerUsage);
});
process.channel?.unref(); // it shall not keep a server alive that has been told to stop
