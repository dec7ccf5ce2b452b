import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './contenders.ts';
import { run } from './database.ts';
import type { Facts } from './facts.ts';
import type { Call, Workload } from './workloads.ts';

const SAMPLES = 3; // calls of each workload

/** What differs from one call to the next by its nature, in the answers of writes. */
const FRESH = new Set(['id', 'token', 'readAt', 'createdAt', 'updatedAt']);

/** Where a server stands in its own log of events: of another library another one. */
const POSITION = 'position';

/**
 * Asks every server the same before anything is measured. What the references answer Carrel must answer too, value by value;
 * where it answers more, it is named, and the comparison is to Carrel's disadvantage.
 * @throws Error with the first value that differs. @returns the fields that only Carrel has.
 */
export async function compareAnswers(contenders: Contender[], workload: Workload, facts: Facts): Promise<string[]> {
  const [carrel, ...others] = contenders;
  const calls = workload.calls(facts).slice(0, SAMPLES);
  const mine = await askAll(carrel as Contender, workload, calls, facts);
  const extra = new Set<string>();
  for (const other of others) {
    const theirs = await askAll(other, workload, calls, facts);
    for (const [i, answer] of theirs.entries())
      compare(answer, mine[i], `${workload.name}: ${calls[i]?.path}`, `${other.name} and carrel`, extra);
  }
  return [...extra];
}

async function askAll(server: Contender, workload: Workload, calls: Call[], facts: Facts): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const { path, ...request } of calls) {
    const response = await fetch(server.url + path, request);
    const body = (await response.json()) as object;
    if (!response.ok)
      throw new Error(`${server.name} answers ${path} with ${response.status}: ${JSON.stringify(body)}`);
    answers.push(workload.kind === 'read' ? body : withoutFresh(body));
  }
  if (workload.undo) await run(server.address, workload.undo(facts));
  return answers;
}

function withoutFresh(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !FRESH.has(key)));
}

function compare(theirs: unknown, mine: unknown, where: string, who: string, extra: Set<string>): void {
  if (Array.isArray(theirs) && Array.isArray(mine) && theirs.length === mine.length)
    for (const [i, item] of theirs.entries()) compare(item, mine[i], `${where} [${i}]`, who, extra);
  else if (isObject(theirs) && isObject(mine)) {
    for (const key of Object.keys(mine)) if (!(key in theirs)) extra.add(key);
    for (const [key, value] of Object.entries(theirs))
      if (key !== POSITION) compare(value, mine[key], `${where} ${key}`, who, extra);
  } else if (!isDeepStrictEqual(theirs, mine))
    throw new Error(`${who} answer differently. ${where}: ${show(theirs)} and ${show(mine)}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return (Array.isArray(value) ? `${value.length} items` : JSON.stringify(value))?.slice(0, 200) ?? 'nothing';
}
