import { cpuBetween, readBackends, settle } from './backends.ts';
import type { Contender, ContenderName } from './contenders.ts';
import { run } from './database.ts';
import type { Facts } from './facts.ts';
import type { Load, startLoad } from './load.ts';
import type { Workload } from './workloads.ts';

/** One workload on one server for a while. CPU is seconds per thousand requests, memory MiB at the end; null where unknown. */
export interface Run extends Load {
  workload: string;
  contender: ContenderName;
  round: number;
  queries: number;
  serverCpu: number;
  serverMemory: number;
  databaseCpu: number | null;
  databaseMemory: number | null;
}

interface Terms {
  round: number;
  seconds: number;
  requests?: number;
  connections: number;
}

export async function measure(
  load: ReturnType<typeof startLoad>,
  contender: Contender,
  workload: Workload,
  facts: Facts,
  { round, seconds, requests, connections }: Terms,
): Promise<Run> {
  const job = { url: contender.url, calls: workload.calls(facts), connections, requests };
  // Not counted: connections are opened, code is compiled, pages come into memory.
  const warm = await load.run({ ...job, seconds: Math.min(1, seconds / 4), skip: 0 });
  await undo(contender, workload, facts);
  const [server, database] = await Promise.all([contender.usage(), readBackends(contender)]);
  const made = await load.run({ ...job, seconds, skip: Math.ceil((2 * warm.requests) / connections) + 2 });
  const [serverAfter, databaseAfter] = await Promise.all([contender.usage(), readBackends(contender)]);
  await settle(contender);
  await undo(contender, workload, facts);
  const perThousand = (seconds: number) => (seconds / made.requests) * 1000;
  return {
    workload: workload.name,
    contender: contender.name,
    round,
    ...made,
    queries: (serverAfter.queries - server.queries) / made.requests,
    serverCpu: perThousand(serverAfter.cpuSeconds - server.cpuSeconds),
    serverMemory: serverAfter.memory,
    databaseCpu: database && databaseAfter ? perThousand(cpuBetween(database, databaseAfter)) : null,
    databaseMemory: databaseAfter?.memory ?? null,
  };
}

async function undo(contender: Contender, workload: Workload, facts: Facts): Promise<void> {
  if (workload.undo) await run(contender.address, workload.undo(facts));
}
