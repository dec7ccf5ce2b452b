import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openEmbeddedInMemory } from './embedded.ts';
import type { Engine } from './engine.ts';

let engine: Engine;
const clients: pg.Client[] = [];

beforeAll(async () => {
  const template = inject('template');
  engine = await openEmbeddedInMemory('image' in template ? template.image : undefined);
  for (let i = 0; i < 6; i++) clients.push(await connect());
  await client(0).query('CREATE TABLE things (id int PRIMARY KEY); INSERT INTO things VALUES (1)');
}, 120_000);

afterAll(async () => {
  for (const one of clients) await one.end();
  await engine.stop();
}, 120_000);

async function connect(): Promise<pg.Client> {
  const one = new pg.Client({ ...engine.address, user: 'postgres', database: 'postgres' });
  one.on('error', () => {});
  await one.connect();
  return one;
}

const client = (i: number) => clients[i % clients.length] as pg.Client;

test('queries that waited for a transaction to end get each its own answer', async () => {
  for (let round = 0; round < 20; round++) {
    const [first, ...others] = clients as [pg.Client, ...pg.Client[]];
    await first.query('BEGIN');
    const waiting = others.map((one, i) => one.query('SELECT $1::int AS asked', [i]));
    await first.query('SELECT pg_sleep(0.02)'); // they have sent by now
    await first.query('COMMIT');
    expect((await Promise.all(waiting)).map(({ rows }) => rows)).toEqual(others.map((_, i) => [{ asked: i }]));
  }
}, 120_000);

test('a query that fails beside others harms none of them: each gets the answer to its own', async () => {
  const answers = await Promise.all(
    clients.map(async (one, i) => {
      const wrong: string[] = [];
      for (let n = 0; n < 60; n++) {
        if (i % 2) {
          const error = await one.query('INSERT INTO things VALUES ($1)', [1]).catch(({ code }) => code);
          if (error !== '23505') wrong.push(`insert ${n}: ${JSON.stringify(error)}`);
        } else {
          const asked = i * 1000 + n;
          const answer = await one.query('SELECT $1::int AS asked', [asked]).catch((error) => error);
          if (answer.rows?.[0]?.asked !== asked)
            wrong.push(`select ${n}: ${answer.message ?? JSON.stringify(answer.rows)}`);
        }
      }
      return wrong;
    }),
  );
  expect(answers.flat()).toEqual([]);
}, 120_000);

test('a client that dies in the middle of a query or of a transaction leaves the backend fit for the others', async () => {
  for (const [text, values] of [
    ['BEGIN', undefined],
    ['SELECT nothing FROM nowhere WHERE id = $1', [1]],
    ['SELECT pg_sleep($1)', [0.2]],
  ] as const) {
    const dying = await connect();
    if (text === 'BEGIN') {
      await dying.query(text);
      await dying.query('INSERT INTO things VALUES (99)');
    } else void dying.query(text, [...(values ?? [])]).catch(() => {});
    (dying as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
    const { rows } = await client(1).query('SELECT count(*)::int AS n FROM things WHERE id > $1', [1]);
    expect(rows).toEqual([{ n: 0 }]);
  }
}, 120_000);

test('half a query, without its Sync, is ended when its client goes', async () => {
  const dying = await connect();
  const { stream } = (dying as unknown as { connection: { stream: NodeJS.WritableStream & { destroy: () => void } } })
    .connection;
  const text = Buffer.from('\0SELECT nothing FROM nowhere\0\0\0'); // no name, the text, no parameter types
  const length = Buffer.alloc(4);
  length.writeInt32BE(text.length + 4);
  const parse = Buffer.concat([Buffer.from('P'), length, text]);
  stream.write(parse);
  expect((await client(0).query('SELECT $1::int AS n', [6])).rows).toEqual([{ n: 6 }]); // it holds up nobody
  const answered = new Promise((resolve) => stream.once('data', resolve)); // the error, after which it waits for a Sync
  stream.write(Buffer.from('H\0\0\0\x04')); // Flush: answer what there is
  await answered;
  const waiting = client(1).query('SELECT $1::int AS n', [7]);
  stream.destroy();
  expect((await waiting).rows).toEqual([{ n: 7 }]);
}, 120_000);
