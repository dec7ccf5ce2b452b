import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { useServer } from './app.ts';

const server = useServer();

interface Step {
  commands: string;
  /** What the answer must contain, where the page shows one. */
  shown?: unknown;
}

/** The commands of a page in order, each with the answer that is shown below it. */
function readSteps(page: string): Step[] {
  const steps: Step[] = [];
  for (const [, language, text = ''] of page.matchAll(/^```(sh|json)\n([\s\S]*?)^```/gm)) {
    const last = steps.at(-1);
    if (language === 'sh') steps.push({ commands: text });
    else if (last) last.shown = JSON.parse(text);
  }
  return steps;
}

const MARK = '=== end of step ===';

test('the walk through the API runs as it stands, and answers what it shows', async () => {
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const steps = readSteps(readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8'));
  expect(steps.length).toBeGreaterThan(10);
  const script = steps.map(({ commands }) => `${commands}\necho; echo '${MARK}'`).join('\n');
  const output = await runBash(`set -eo pipefail\n${script}`, `http://127.0.0.1:${port}`);
  const answers = output.split(`${MARK}\n`);
  for (const [i, { commands, shown }] of steps.entries())
    if (shown) expect(JSON.parse(answers[i]?.trim() ?? ''), commands).toMatchObject(shown as object);
});

/** Asynchronously: the server that curl talks to lives in this process. */
function runBash(script: string, carrel: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const bash = spawn('bash', ['-c', script], { env: { ...process.env, CARREL: carrel } });
    let output = '';
    for (const stream of [bash.stdout, bash.stderr]) stream.on('data', (chunk) => (output += chunk));
    bash.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`exit ${code}: ${output}`))));
  });
}
