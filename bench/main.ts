import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Contender, type ContenderName, startContender } from './contenders.ts';
import { type Library, openEmbeddedLibrary, openLibrary } from './database.ts';
import { SIZES, type Size } from './library.ts';
import { startLoad } from './load.ts';
import { measure, type Run } from './measure.ts';
import { type Report, renderComparison, renderTable, summarise } from './report.ts';
import { compareAnswers } from './verify.ts';
import { WORKLOADS } from './workloads.ts';

interface Options {
  size: Size;
  only?: string[];
  against: ContenderName[];
  seconds: number;
  requests?: number;
  rounds: number;
  connections: number;
  engine?: 'embedded';
  keep?: string;
  json: string;
  compare?: string;
  cpuProf?: string;
}

const AGAINST = ['floor', 'course', 'embedded'];

const program = new Command('npm run bench --')
  .description('Measures Carrel beside two references, in turn on the same library.')
  .addOption(new Option('--size <size>', 'of the library').choices(Object.keys(SIZES)).default('s'))
  .option(
    '--only <names>',
    `some workloads: ${WORKLOADS.map(({ name }) => name).join(', ')}`,
    listOf(WORKLOADS.map(({ name }) => name)),
  )
  .option('--against <names>', `beside which servers: ${AGAINST.join(', ')}`, listOf(AGAINST), ['floor', 'course'])
  .option('--seconds <n>', 'each run', positive, 5)
  .option('--requests <n>', 'each run, instead of a time: whether it runs at all', positive)
  .option('--rounds <n>', 'runs of each workload on each server; the median counts', positive, 3)
  .option('--connections <n>', 'at the same time', positive, 16)
  .addOption(
    new Option('--engine <engine>', 'the embedded engine, even where there is PostgreSQL').choices(['embedded']),
  )
  .option('--keep <folder>', 'keep the library for the next time; in this folder where the PostgreSQL is ours')
  .option('--json <file>', 'where the figures go', 'bench.json')
  .option('--compare <file>', 'tell what changed since the run that wrote this file')
  .option('--cpu-prof <folder>', "write the servers' CPU profiles there")
  .addHelpText(
    'after',
    `
The library is in a database of its own on DATABASE_URL; without that on a PostgreSQL that is started from the installed
programs and thrown away; without those on the embedded engine. docs/performance.md says what the figures mean.`,
  );

await program.action(bench).parseAsync();

async function bench(options: Options): Promise<void> {
  const say = console.log;
  const closing: (() => unknown)[] = [];
  const closeAll = async () => {
    while (closing.length) await closing.pop()?.();
  };
  process.once('SIGINT', () => void closeAll().then(() => process.exit(130)));
  try {
    const library = options.engine ? await openEmbeddedLibrary(options, say) : await openLibrary(options, say);
    closing.push(library.close);
    const contenders: Contender[] = [];
    for (const name of ['carrel', ...options.against] as ContenderName[]) {
      const own = name === 'embedded' ? await openEmbeddedLibrary(options, say) : library;
      if (own !== library) closing.push(own.close);
      const contender = await startContender(name, own, options.cpuProf);
      closing.push(contender.stop);
      contenders.push(contender);
    }
    const load = startLoad();
    closing.push(load.stop);
    const report = await measureAll(options, library, contenders, load, say);
    writeFileSync(options.json, JSON.stringify(report, null, 1));
    say(
      `\n${renderTable(report.workloads)}\nCPU seconds are per 1,000 requests, times in ms. All figures: ${options.json}`,
    );
    if (options.compare) say(`\n${renderComparison(JSON.parse(readFileSync(options.compare, 'utf8')), report)}`);
  } finally {
    await closeAll();
  }
}

async function measureAll(
  { size, only, seconds, requests, rounds, connections }: Options,
  { facts, what }: Library,
  contenders: Contender[],
  load: ReturnType<typeof startLoad>,
  say: (line: string) => void,
): Promise<Report> {
  const workloads = WORKLOADS.filter(({ name }) => !only || only.includes(name));
  const extra: Report['extra'] = {};
  for (const workload of workloads) {
    const fields = await compareAnswers(contenders, workload, facts);
    if (fields.length) extra[workload.name] = fields;
  }
  say(
    `All servers answer alike${Object.keys(extra).length ? `, but Carrel answers more: ${JSON.stringify(extra)}` : ''}.`,
  );
  const runs: Run[] = [];
  const all = workloads.length * rounds * contenders.length;
  say(`${all} runs of ${requests ? `${requests} requests` : `${seconds} s`}, size ${size}, on ${what} …`);
  for (let round = 0; round < rounds; round++)
    for (const workload of workloads)
      for (let turn = 0; turn < contenders.length; turn++) {
        const contender = contenders[(turn + round) % contenders.length] as Contender; // nobody is always the first
        const run = await measure(load, contender, workload, facts, { round, seconds, requests, connections });
        runs.push(run);
        const count = `${runs.length}/${all}`.padStart(8);
        const speed = Math.round(run.perSecond).toLocaleString('en').padStart(8);
        say(
          `${count}  ${workload.name.padEnd(8)} ${contender.name.padEnd(8)} ${speed} req/s  p95 ${run.p95.toFixed(1)} ms${run.errors ? `  ${run.errors} ERRORS` : ''}`,
        );
      }
  if (runs.some(({ errors }) => errors)) process.exitCode = 1;
  return {
    when: new Date().toISOString(),
    size,
    on: what,
    terms: { seconds, rounds, connections },
    machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model ?? '', node: process.version },
    extra,
    workloads: summarise(runs),
    runs,
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

function listOf(known: string[]) {
  return (text: string): string[] => {
    const names = text.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new InvalidArgumentError(`There is no ${unknown}; there are ${known.join(', ')}.`);
    return names;
  };
}
