import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, temporaryFolder } from '../test/built.ts';
import type { Report } from './report.ts';
import { WORKLOADS } from './workloads.ts';

let build: ReturnType<typeof buildServer>;
const scratch = temporaryFolder();

beforeAll(() => {
  build = buildServer();
});
afterAll(() => {
  build.remove();
  scratch.remove();
});

test('the benchmark runs: all servers answer alike, every workload without an error', { timeout: 120_000 }, () => {
  const url = process.env.TEST_DATABASE_URL;
  const file = path.join(scratch.folder, 'bench.json');
  const terms = ['--seconds', '0.1', '--rounds', '1', '--connections', '2', '--json', file];
  execFileSync(
    process.execPath,
    [path.join(path.dirname(build.main), '../bench/main.js'), ...terms, ...(url ? [] : ['--engine', 'embedded'])],
    { env: { ...process.env, ...(url && { DATABASE_URL: url }) }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { workloads } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  expect(Object.keys(workloads)).toEqual(WORKLOADS.map(({ name }) => name));
  for (const [name, lines] of Object.entries(workloads))
    for (const { contender, requests, errors, queries } of lines)
      expect({ errors, isMeasured: requests > 0 && queries > 0 }, `${name} on ${contender}`).toEqual({
        errors: 0,
        isMeasured: true,
      });
});
