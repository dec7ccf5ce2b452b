import { createHash } from 'node:crypto';
import pg from 'pg';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { openEmbeddedInMemory } from '../server/database/embedded.ts';
import type { Engine } from '../server/database/engine.ts';
import { createMigrator } from '../server/database/migrator.ts';
import { parseDatabaseUrl } from '../server/database/url.ts';
import { connectTo } from '../server/open.ts';

// What reading together costs: a blog to all the members of a large team and back, and who of 200 has read which of 200.
// node dist/bench/together.js, on the embedded engine, or in a database of its own on DATABASE_URL.

const MEMBERS = 10_000;
const SIDE = 200; // members and blogs of the matrix
const ROUNDS = 7;
const TOKEN = 'token-of-the-owner';

const { sequelize, close } = await connectTo(await openEngine(), 8);
const app = await buildApp({ ...readConfig({}, '/nowhere'), logLevel: 'silent' }, createMigrator(sequelize));
await createMigrator(sequelize).up();
await fill();

await measure(`a blog put on the list of a team of ${MEMBERS}`, (blogId) =>
  ask('POST', '/api/teams/1/readings', { blogId }),
);
await measure(`the same blog taken off again`, (blogId) => ask('DELETE', `/api/teams/1/readings/${blogId}`));
await measure(`a page of 50 of that team's list`, () => ask('GET', '/api/teams/1/readings?limit=50'));
await measure(`somebody joins a team that reads ${SIDE}`, (n) =>
  ask('POST', '/api/teams/2/members', { userId: 5000 + n }),
);
await measure(`he leaves it`, (n) => ask('DELETE', `/api/teams/2/members/${5000 + n}`));
await measure(`the matrix of ${SIDE} by ${SIDE}`, () => ask('GET', `/api/teams/2/matrix?limit=${SIDE}`));
await measure(`a page of 50 of a reading list in these teams`, () => ask('GET', '/api/readinglists?limit=50'));

await app.close();
await close();

async function measure(what: string, work: (n: number) => Promise<number>): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let n = 1; n <= ROUNDS; n++) {
    const from = performance.now();
    bytes = await work(n);
    times.push(performance.now() - from);
  }
  const [first = 0] = times;
  const sorted = times.toSorted((a, b) => a - b);
  const ms = (time = 0) => `${time.toFixed(0).padStart(6)} ms`;
  const size = bytes > 1000 ? `, ${(bytes / 1000).toFixed(0)} kB` : '';
  console.log(`${ms(sorted[ROUNDS >> 1])} (first ${ms(first)}, slowest ${ms(sorted.at(-1))})  ${what}${size}`);
}

async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<number> {
  const answer = await app.inject({ method, url, payload, headers: { authorization: `Bearer ${TOKEN}` } });
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
  return answer.rawPayload.length;
}

/** User 1 owns both teams: everybody is in the first, which reads nothing yet; 200 in the second, which have read two thirds. */
async function fill(): Promise<void> {
  await sequelize.query(`
    INSERT INTO users (username, name, password_hash, created_at, updated_at)
      SELECT 'reader' || n || '@example.com', 'Reader ' || n, '-', now(), now() FROM generate_series(1, ${MEMBERS}) n;
    INSERT INTO sessions (user_id, token_hash, kind, last_seen_at, expires_at, created_at, updated_at)
      VALUES (1, '\\x${createHash('sha256').update(TOKEN).digest('hex')}', 'login', now(), now() + interval '1 day', now(), now());
    INSERT INTO blogs (title, author, url, user_id, created_at, updated_at)
      SELECT 'Blog ' || n, 'Author', 'https://blog.example/' || n, 1, now(), now() FROM generate_series(1, ${SIDE + 50}) n;
    INSERT INTO teams (name, created_at, updated_at) VALUES ('Everybody', now(), now()), ('Some', now(), now());
    INSERT INTO memberships (user_id, team_id, role, created_at, updated_at)
      SELECT n, 1, CASE n WHEN 1 THEN 'owner' ELSE 'member' END, now(), now() FROM generate_series(1, ${MEMBERS}) n
      UNION ALL SELECT n, 2, CASE n WHEN 1 THEN 'owner' ELSE 'member' END, now(), now() FROM generate_series(1, ${SIDE}) n;
    INSERT INTO team_readings (team_id, blog_id, user_id, created_at, updated_at)
      SELECT 2, 50 + n, 1, now(), now() FROM generate_series(1, ${SIDE}) n;
    INSERT INTO readinglists (user_id, blog_id, own, read, read_at, created_at, updated_at)
      SELECT u, 50 + b, false, (u + b) % 3 > 0, CASE WHEN (u + b) % 3 > 0 THEN now() END, now(), now()
      FROM generate_series(1, ${SIDE}) u, generate_series(1, ${SIDE}) b;
    ANALYZE`);
}

async function openEngine(): Promise<Engine> {
  const url = process.env.DATABASE_URL;
  if (!url) return openEmbeddedInMemory();
  const name = `carrel_together_${process.pid}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`CREATE DATABASE ${name}`);
  return {
    kind: 'postgres',
    address: { ...parseDatabaseUrl(url), database: name },
    stop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
