/**
 * Kills the server without warning in the middle of many writes, again and again on one data folder, and looks at the next
 * start whether every write that was answered with 201 is there. After `npm run build`:
 *
 *   node dist/test/durability.js [rounds, 10] [writes a round, 1000]
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunningServer, startServer, temporaryFolder } from './built.ts';

const WRITERS = 8;
const ACCOUNT = { username: 'writer@example.com', name: 'Writer', password: 'correct horse' };

export interface Round {
  round: number;
  acknowledged: number;
  'killed after (ms)': number;
  'next start (ms)': number;
  found: number;
  lost: number;
  /** Written, but killed before the answer: allowed. */
  'unanswered but there': number;
}

async function ask(server: RunningServer, method: string, address: string, token?: string, body?: unknown) {
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const response = await fetch(server.url + address, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json(), link: response.headers.get('link') };
}

async function logIn(server: RunningServer): Promise<string> {
  const { status, body } = await ask(server, 'POST', '/api/login', undefined, ACCOUNT);
  if (status !== 200) throw new Error(`Login answered ${status}: ${JSON.stringify(body)}`);
  return (body as { token: string }).token;
}

/** The titles of all blogs, page by page. */
async function readTitles(server: RunningServer): Promise<Set<string>> {
  const token = await logIn(server);
  const titles = new Set<string>();
  let next: string | undefined = '/api/blogs?sort=oldest&limit=500';
  while (next) {
    const { body, link } = await ask(server, 'GET', next, token);
    for (const { title } of body as { title: string }[]) titles.add(title);
    next = link ? /<(.*?)>/.exec(link)?.[1] : undefined;
  }
  return titles;
}

/** Writes until `killAt` writes are acknowledged, then kills; answers the titles that were acknowledged. */
async function writeUntilKilled(server: RunningServer, round: number, writes: number, killAt: number) {
  const token = await logIn(server);
  const began = Date.now();
  const acknowledged: string[] = [];
  let sent = 0;
  const write = async () => {
    while (sent < writes) {
      const title = `round ${round}, blog ${++sent}`;
      try {
        const { status, body } = await ask(server, 'POST', '/api/blogs', token, {
          title,
          url: `https://blog.example/${round}/${sent}`,
        });
        if (status !== 201) throw new Error(`POST /api/blogs answered ${status}: ${JSON.stringify(body)}`);
      } catch (error) {
        if (server.process.killed) return; // cut off: this one may be there or not
        throw error;
      }
      acknowledged.push(title);
      if (acknowledged.length === killAt) server.process.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await server.ended;
  return { acknowledged, tookMs: Date.now() - began };
}

/** Runs the whole trial; `tell` hears each round. @throws Error when a start is not clean. */
export async function tryDurability(
  main: string,
  rounds: number,
  writes: number,
  tell: (round: Round) => void = () => {},
): Promise<Round[]> {
  const { folder, remove } = temporaryFolder();
  const env = { CARREL_DATA: path.join(folder, 'data') };
  const results: Round[] = [];
  const everything: string[] = [];
  let unanswered = 0;
  let server = await startServer(main, env);
  try {
    await ask(server, 'POST', '/api/users', undefined, ACCOUNT);
    for (let round = 1; round <= rounds; round++) {
      const killAt = Math.ceil(writes * (0.1 + 0.8 * Math.random()));
      const { acknowledged, tookMs } = await writeUntilKilled(server, round, writes, killAt);
      everything.push(...acknowledged);
      server = await startServer(main, env);
      if (/error|warn|fail/i.test(server.said()))
        throw new Error(`The start after round ${round} was not clean: ${server.said()}`);
      const there = await readTitles(server);
      const found = acknowledged.filter((title) => there.has(title)).length;
      const result = {
        round,
        acknowledged: acknowledged.length,
        'killed after (ms)': tookMs,
        'next start (ms)': server.readyMs,
        found,
        lost: everything.filter((title) => !there.has(title)).length, // of this round and of all before it
        'unanswered but there': there.size - everything.length - unanswered,
      };
      unanswered += result['unanswered but there'];
      results.push(result);
      tell(result);
    }
    server.process.kill('SIGTERM');
    const code = await server.ended;
    if (code !== 0) throw new Error(`SIGTERM ended the server with ${code}: ${server.said()}`);
    return results;
  } finally {
    server.process.kill('SIGKILL');
    remove();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rounds = 10, writes = 1000] = process.argv.slice(2).map(Number);
  const main = path.resolve(import.meta.dirname, '../server/main.js');
  const results = await tryDurability(main, rounds, writes, ({ round, acknowledged, lost }) =>
    console.error(`round ${round}: ${acknowledged} acknowledged, ${lost} lost`),
  );
  console.table(results);
  process.exitCode = results.some(({ lost }) => lost) ? 1 : 0;
}
