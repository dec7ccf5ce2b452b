import Table from 'cli-table3';
import type { ContenderName } from './contenders.ts';
import type { Run } from './measure.ts';
import { WORKLOADS } from './workloads.ts';

/** One server at one workload: the medians of its runs. */
interface Line extends Omit<Run, 'round' | 'workload'> {
  /** The median, over the rounds, of Carrel's requests per second to this server's in the same round. */
  ratio: number | null;
  /** The same of the CPU that a request costs on server and database: above 1, Carrel costs less. */
  cpuRatio: number | null;
}

export interface Report {
  when: string;
  size: string;
  on: string;
  terms: { seconds: number; rounds: number; connections: number };
  machine: { cpus: number; model: string; node: string };
  /** Fields that Carrel answers and the references do not. */
  extra: Record<string, string[]>;
  workloads: Record<string, Line[]>;
  runs: Run[];
}

/** What came out, by workload and server. */
export function summarise(runs: Run[]): Report['workloads'] {
  const names = [...new Set(runs.map(({ workload }) => workload))];
  return Object.fromEntries(
    names.map((name) => {
      const here = runs.filter(({ workload }) => workload === name);
      const contenders = [...new Set(here.map(({ contender }) => contender))];
      return [name, contenders.map((contender) => line(here, contender))];
    }),
  );
}

function line(runs: Run[], contender: ContenderName): Line {
  const own = runs.filter((run) => run.contender === contender);
  const carrels = runs.filter((run) => run.contender === 'carrel');
  const of = (read: (run: Run) => number | null) => median(own.map(read).filter((value) => value !== null)) ?? null;
  const ratio = (read: (carrel: Run, other: Run) => number) =>
    contender === 'carrel'
      ? null
      : median(
          own.flatMap((run) => carrels.filter(({ round }) => round === run.round).map((carrel) => read(carrel, run))),
        );
  const keys = ['requests', 'perSecond', 'p50', 'p95', 'p99', 'queries', 'serverCpu', 'serverMemory'] as const;
  return {
    contender,
    ...(Object.fromEntries(keys.map((key) => [key, of((run) => run[key])])) as Record<(typeof keys)[number], number>),
    errors: own.reduce((sum, { errors }) => sum + errors, 0),
    databaseCpu: of((run) => run.databaseCpu),
    databaseMemory: of((run) => run.databaseMemory),
    ratio: ratio((carrel, other) => carrel.perSecond / other.perSecond),
    // Where only one of the two tells of its database, of the server alone.
    cpuRatio: ratio((carrel, other) => {
      const whole = carrel.databaseCpu !== null && other.databaseCpu !== null;
      const cpu = (run: Run) => run.serverCpu + (whole ? (run.databaseCpu ?? 0) : 0);
      return cpu(other) / cpu(carrel);
    }),
  };
}

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (!sorted.length) return null;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}

const HEAD = [
  '',
  'server',
  'req/s',
  'p50',
  'p95',
  'p99',
  'errors',
  'queries',
  'CPU s',
  'DB CPU s',
  'MB',
  'DB MB',
  'Carrel is',
  'by CPU',
];

export function renderTable(workloads: Report['workloads']): string {
  const table = new Table({ head: HEAD, style: { head: [], border: [], compact: true } });
  for (const [name, lines] of Object.entries(workloads))
    for (const [i, row] of lines.entries())
      table.push([
        i === 0 ? (WORKLOADS.find((workload) => workload.name === name)?.what ?? name) : '',
        row.contender,
        ...[row.perSecond, row.p50, row.p95, row.p99].map(short),
        row.errors,
        short(row.queries),
        short(row.serverCpu),
        short(row.databaseCpu),
        short(row.serverMemory),
        short(row.databaseMemory),
        row.ratio === null ? '' : `${row.ratio.toFixed(2)} ×`,
        row.cpuRatio === null ? '' : `${row.cpuRatio.toFixed(2)} ×`,
      ]);
  return table.toString();
}

/** Three figures that count. */
function short(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** What changed since an earlier run: the ratios to the references, which other machines and other loads move least. */
export function renderComparison(before: Report, after: Report): string {
  const table = new Table({
    head: ['', 'beside', 'before', 'now', 'change', 'CPU before', 'CPU now'],
    style: { head: [], border: [], compact: true },
  });
  for (const [name, lines] of Object.entries(after.workloads))
    for (const now of lines) {
      const then = before.workloads[name]?.find(({ contender }) => contender === now.contender);
      if (!then?.ratio || !now.ratio) continue;
      const change = (now.ratio / then.ratio - 1) * 100;
      table.push([
        name,
        now.contender,
        then.ratio.toFixed(2),
        now.ratio.toFixed(2),
        `${change > 0 ? '+' : ''}${change.toFixed(0)} %`,
        then.cpuRatio?.toFixed(2) ?? '–',
        now.cpuRatio?.toFixed(2) ?? '–',
      ]);
    }
  return `Since ${before.when}, size ${before.size} on ${before.on}:\n${table}`;
}
