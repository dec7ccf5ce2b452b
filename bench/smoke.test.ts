import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildServer, temporaryFolder } from '../test/built.ts';
import type { Report } from './report.ts';
import { WORKLOADS } from './workloads.ts';

const url = process.env.TEST_DATABASE_URL;

// A few requests each, however long they take: the course's page of a user is slow on a busy machine. On PostgreSQL only.
test.skipIf(!url)(
  'the benchmark runs: all servers answer alike, every workload without an error',
  async () => {
    const scratch = temporaryFolder();
    try {
      const main = path.join(path.dirname(await buildServer()), '../bench/main.js');
      const file = path.join(scratch.folder, 'bench.json');
      const terms = ['--requests', '2', '--rounds', '1', '--connections', '1', '--json', file];
      execFileSync(process.execPath, [main, ...terms], {
        env: { ...process.env, DATABASE_URL: url },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const { workloads } = JSON.parse(readFileSync(file, 'utf8')) as Report;
      expect(Object.keys(workloads)).toEqual(WORKLOADS.map(({ name }) => name));
      for (const [name, lines] of Object.entries(workloads))
        for (const { contender, requests, errors, queries } of lines)
          expect({ errors, isMeasured: requests > 0 && queries > 0 }, `${name} on ${contender}`).toEqual({
            errors: 0,
            isMeasured: true,
          });
    } finally {
      scratch.remove();
    }
  },
  180_000,
);
