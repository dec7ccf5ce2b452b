import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const [, , main = '', count = '5000'] = process.argv;
const STREAMS = Number(count);
const ROUNDS = 10;
const AT_ONCE = 100;
const { DATABASE_URL = '' } = process.env;

/** The server process with a database of its own on DATABASE_URL, thrown away afterwards. */
const administrator = new pg.Client(DATABASE_URL);
await administrator.connect();
const database = `carrel_streams_${process.pid}`;
await administrator.query(`CREATE DATABASE ${database}`);
const url = new URL(DATABASE_URL);
url.pathname = `/${database}`;
const server = spawn(process.execPath, [main, 'serve'], { env: { ...process.env, PORT: '0', DATABASE_URL: url.href } });
try {
  await measure(await port());
} finally {
  server.kill('SIGKILL');
  await administrator.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await administrator.end();
}

async function port(): Promise<number> {
  for await (const said of server.stdout) {
    const found = /open +http:\S+:(\d+)/.exec(String(said));
    if (found) return Number(found[1]);
  }
  throw new Error('The server ended before it was ready.');
}

/** Users and their sessions, straight into the tables; answers the tokens. */
async function makeSessions(): Promise<string[]> {
  const client = new pg.Client(url.href);
  await client.connect();
  const tokens = Array.from({ length: STREAMS }, () => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest());
  await client.query(`
    INSERT INTO users (username, name, password_hash, created_at, updated_at)
    SELECT 'user' || i || '@example.com', 'User ' || i, 'x', now(), now() FROM generate_series(1, ${STREAMS}) i`);
  await client.query(
    `INSERT INTO sessions (user_id, token_hash, kind, last_seen_at, expires_at, created_at, updated_at)
     SELECT i, hash, 'login', now(), now() + interval '1 day', now(), now()
     FROM unnest($1::bytea[]) WITH ORDINALITY AS t (hash, i)`,
    [hashes],
  );
  await client.end();
  return tokens;
}

async function measure(port: number): Promise<void> {
  const tokens = await makeSessions();
  console.log(`before: ${memory()} MB`);
  let heard: number[] = [];
  const sockets: net.Socket[] = [];
  const open = async (token: string) => {
    const socket = net.connect(port, '127.0.0.1').setEncoding('latin1');
    sockets.push(socket);
    socket.on('data', (text) => {
      if (String(text).includes('"topic":"blogs"')) heard.push(performance.now());
    });
    socket.write(
      `GET /api/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer ${token}\r\n\r\n`,
    );
    for (let text = ''; !text.includes('id: '); ) text += (await once(socket, 'data'))[0];
  };
  for (let i = 0; i < STREAMS; i += AT_ONCE) await Promise.all(tokens.slice(i, i + AT_ONCE).map(open));
  console.log(`with ${STREAMS} streams: ${memory()} MB`);

  /** Adds a blog; answers when that was answered, which is after the commit. */
  const change = async (): Promise<number> => {
    heard = [];
    const headers = { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ title: 'T', url: 'https://example.com/' });
    const answer = await fetch(`http://127.0.0.1:${port}/api/blogs`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    return performance.now();
  };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const answered = await change();
    while (heard.length < STREAMS) await sleep(10);
    times.push(...heard.map((at) => Math.max(0, at - answered)));
  }
  console.log(`a change to all of them, after the answer: ${say(times)}; ${memory()} MB`);
  for (const socket of sockets.slice(1)) socket.destroy();
  await sleep(1000);
  const alone: number[] = [];
  for (let i = 0; i < 100; i++) {
    const answered = await change();
    while (!heard.length) await sleep(1);
    alone.push(Math.max(0, (heard[0] ?? 0) - answered));
  }
  console.log(`a change to one stream: ${say(alone)}`);
}

function memory(): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

function say(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms, all within ${at(1)} ms`;
}
