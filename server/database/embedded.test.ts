import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import sql from 'sql-template-tag';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { connectTo } from '../open.ts';
import { openEmbedded, openEmbeddedInMemory } from './embedded.ts';
import type { Engine } from './engine.ts';
import { lockFolder } from './lock.ts';
import { rows } from './sql.ts';

vi.setConfig({ testTimeout: 120_000 }); // a first start takes 4 s, on a machine that does much else a minute

const folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-'));
const lock = path.join(folder, 'lock');
const opened: Engine[] = [];
const clients: pg.Client[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
  for (const engine of opened.splice(0).reverse()) await engine.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(dataDir = folder, role: 'server' | 'command' = 'server', said: string[] = []): Promise<Engine> {
  const engine = await openEmbedded(dataDir, role, (line) => said.push(line));
  opened.push(engine);
  return engine;
}

async function connect({ address }: Engine): Promise<pg.Client> {
  const client = new pg.Client({ ...address, user: 'postgres', database: 'postgres' });
  await client.connect();
  clients.push(client);
  return client;
}

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('a data folder', () => {
  test('is created with a word about it, is nobody else’s to read, and is there again at the next start', async () => {
    const said: string[] = [];
    const first = await open(folder, 'server', said);
    expect(said).toEqual([
      expect.stringMatching(/^Creating the database in \S+ \(this takes a few seconds, once\) …$/),
    ]);
    expect([folder, lock].map(modeOf)).toEqual(['700', '600']);
    expect(first.address.host).toBe(folder); // where psql -h finds it
    await (await connect(first)).query('CREATE TABLE kept AS SELECT 1 AS n');
    await clients.pop()?.end();
    await opened.pop()?.stop();
    expect([lock, path.join(folder, '.s.PGSQL.5432')].filter(existsSync)).toEqual([]);

    const second = await connect(await open(folder, 'server', said));
    expect((await second.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
    expect(said).toHaveLength(1);
  });

  test('has one server: a second one is told so in a sentence, and does no harm', async () => {
    const engine = await open();
    await expect(open()).rejects.toThrow(`A Carrel server is already running on ${folder} (process ${process.pid}).`);
    expect((await (await connect(engine)).query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  test('lets a command work beside the server, through its socket', async () => {
    const server = await open();
    if ('ready' in server) (server.ready as () => void)();
    const command = await openEmbedded(folder, 'command', () => {});
    expect(command.address).toEqual(server.address);
    expect((await (await connect(command)).query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
    await clients.pop()?.end();
    await command.stop();
    await connect(server); // it goes on
  });

  test('makes a server wait for a command that has it for a moment', async () => {
    const command = lockFolder(folder, 'command');
    if (!('release' in command)) throw new Error('the folder should be free');
    setTimeout(command.release, 300);
    const began = Date.now();
    await open();
    expect(Date.now() - began).toBeGreaterThanOrEqual(290);
  });

  /** The id of a process that was and is no more. */
  const gone = () => spawnSync(process.execPath, ['-e', '']).pid;

  test.each([
    ['a process that is gone', () => ({ pid: gone(), began: '1', role: 'server' })],
    [
      'an earlier process with the id of this one, as in a container',
      () => ({ pid: process.pid, began: '1', role: 'server' }),
    ],
    ['an earlier process with the id of another one', () => ({ pid: process.ppid, began: '1', role: 'server' })],
    ['a power cut in the middle of writing it', () => undefined],
  ])('is taken over from %s', async (_, holder) => {
    writeFileSync(lock, JSON.stringify(holder()) ?? '{"pid":');
    writeFileSync(path.join(folder, '.s.PGSQL.5432'), ''); // a socket that nobody listens on is left behind too
    const engine = await open();
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid, role: 'server' });
    await connect(engine);
  });

  test('may have a path too long for a socket: it is then in a private temporary folder', async () => {
    const long = path.join(folder, 'x'.repeat(60), 'y'.repeat(60));
    cpSync(path.join(folder, 'postgres'), path.join(long, 'postgres'), { recursive: true }); // sooner there than created
    const { host } = (await open(long)).address;
    expect(host.startsWith(path.join(os.tmpdir(), 'carrel-'))).toBe(true);
    expect(modeOf(host)).toBe('700');
    await expect(open(long)).rejects.toThrow('A Carrel server is already running');
    rmSync(host, { recursive: true, force: true });
  });
});

describe('what its one backend means', () => {
  let engine: Engine;
  beforeAll(async () => {
    const template = inject('template');
    engine = await openEmbeddedInMemory('image' in template ? template.image : undefined);
  }, 120_000);
  afterAll(() => engine.stop());

  test('named prepared statements of two connections collide, but for those of rows(), which all connections share', async () => {
    const [a, b] = [await connect(engine), await connect(engine)];
    await a.query({ name: 'same', text: 'SELECT 1 AS n' });
    await expect(b.query({ name: 'same', text: 'SELECT 2 AS n' })).rejects.toThrow('"same" already exists');

    const { sequelize } = await connectTo({ ...engine, stop: async () => {} }, 4);
    const both = await Promise.all(
      Array.from({ length: 8 }, (_, i) => rows<{ n: number }>(sql`SELECT ${i}::int AS n`)),
    );
    expect(both.flat().map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const [failed, { rows: prepared }] = [
      await rows(sql`SELECT 1 / ${0}::int AS n`).catch(({ code }) => code),
      await a.query(
        "SELECT from_sql, generic_plans + custom_plans AS runs FROM pg_prepared_statements WHERE statement = 'SELECT $1::int AS n'",
      ),
    ];
    expect(failed).toBe('22012');
    expect(prepared).toEqual([{ from_sql: false, runs: '8' }]);
    expect(await rows(sql`SELECT 1 / ${1}::int AS n`)).toEqual([{ n: 1 }]); // what failed when it was first run is prepared too
    // A value that cannot be sent has node-postgres close the statement, which the others still need.
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    await expect(rows(sql`SELECT ${circular}::int AS n`)).rejects.toThrow('circular');
    expect(await rows(sql`SELECT ${9}::int AS n`)).toEqual([{ n: 9 }]);
    await sequelize.close();
  });

  test('what one connection sets, another has', async () => {
    const [a, b] = [await connect(engine), await connect(engine)];
    await a.query("SET statement_timeout = '12345ms'");
    expect((await b.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '12345ms' }]);
  });

  test('a notification comes back on the connection that commits, not on the one that listens', async () => {
    const [listener, other] = [await connect(engine), await connect(engine)];
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(`listener ${payload}`));
    other.on('notification', ({ payload }) => heard.push(`other ${payload}`));
    await listener.query('LISTEN events');
    await other.query("BEGIN; SELECT pg_notify('events', 'kept')");
    expect(heard).toEqual([]);
    await other.query('COMMIT');
    await other.query("BEGIN; SELECT pg_notify('events', 'undone'); ROLLBACK");
    await sleep(100);
    expect(heard).toEqual(['other kept']);
  });

  test('a transaction holds up every other query until it ends', async () => {
    const [a, b] = [await connect(engine), await connect(engine)];
    await a.query('BEGIN');
    let answered = false;
    const waiting = b.query('SELECT 1').then(() => {
      answered = true;
    });
    await sleep(200);
    expect(answered).toBe(false);
    await a.query('COMMIT');
    await waiting;
  });
});
