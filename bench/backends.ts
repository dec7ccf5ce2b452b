import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from './contenders.ts';
import { run } from './database.ts';

/** What the backends that serve one contender have used; CPU by process id, for they come and go. */
interface DatabaseUsage {
  cpuSeconds: Map<number, number>;
  /** What they have for themselves, in MiB; the shared buffers belong to nobody. */
  memory: number;
}

const TICKS = 100; // per second, on every Linux

/**
 * Where PostgreSQL runs on this machine and /proc tells; else undefined. The embedded engine is part of the server's process
 * and counted there.
 */
export async function readBackends({ address, application, name }: Contender): Promise<DatabaseUsage | undefined> {
  if (name === 'embedded') return undefined;
  const backends = await run(
    address,
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND starts_with(application_name, '${application}')`,
  );
  if (!backends.length) return undefined;
  try {
    const used = await Promise.all(backends.map(({ pid }) => readProcess(Number(pid))));
    return {
      cpuSeconds: new Map(used.map(({ pid, cpuSeconds }) => [pid, cpuSeconds])),
      memory: used.reduce((sum, { memory }) => sum + memory, 0),
    };
  } catch {
    return undefined; // another machine, another system, or another's process
  }
}

/** CPU seconds between two readings, of the backends that were there at the end. */
export function cpuBetween(before: DatabaseUsage, after: DatabaseUsage): number {
  return [...after.cpuSeconds].reduce((sum, [pid, seconds]) => sum + seconds - (before.cpuSeconds.get(pid) ?? 0), 0);
}

/** Waits until nothing is left in the database of what a run asked for: it would slow down the next server's run. */
export async function settle({ address, application }: Contender): Promise<void> {
  const busy = `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND starts_with(application_name, '${application}') AND state = 'active'`;
  for (let tries = 0; tries < 100 && (await run(address, busy)).length; tries++) await sleep(100);
}

async function readProcess(pid: number): Promise<{ pid: number; cpuSeconds: number; memory: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  if (!stat.includes('(postgres)')) throw new Error(`${pid} is no PostgreSQL here`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const anonymous = Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  return { pid, cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS, memory: anonymous / 1024 };
}
