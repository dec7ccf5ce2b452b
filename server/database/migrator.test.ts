import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { columnsOf, recordSql, schemaOf, useEmptyDatabase } from '../../test/schema.ts';
import { connectTo } from '../open.ts';
import { planMigrations } from './migration-plan.ts';
import { createMigrator } from './migrator.ts';
import { connectedEngine } from './sequelize.ts';

const database = useEmptyDatabase();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface Sketch {
  up: string[];
  down?: string[];
  loses?: string;
  transactional?: boolean;
}

/** A folder of migrations, each written as the statements that it runs. */
function migrations(sketches: Record<string, Sketch>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-migrations-'));
  folders.push(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
  for (const [name, { up, down = [], ...facts }] of Object.entries(sketches)) {
    const run = (direction: string, statements: string[]) =>
      `export async function ${direction}({ context }) {\n` +
      statements.map((sql) => `  await context.sequelize.query(${JSON.stringify(sql)});\n`).join('') +
      '}\n';
    const consts = Object.entries(facts).map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};\n`);
    writeFileSync(path.join(folder, `${name}.js`), consts.join('') + run('up', up) + run('down', down));
  }
  return folder;
}

const three = () =>
  migrations({
    '20260101_00_one': { up: ['CREATE TABLE one (id int)'], down: ['DROP TABLE one'], loses: 'all of one' },
    '20260101_01_two': { up: ['CREATE TABLE two (id int)'], down: ['DROP TABLE two'] },
    '20260102_00_three': { up: ['CREATE TABLE three (id int)'], down: ['DROP TABLE three'] },
  });

async function tables(): Promise<string[]> {
  return (await columnsOf(database.sequelize)).filter(({ column }) => column === 'id').map(({ table }) => table);
}

describe('up and down', () => {
  test('up --to stops there, up runs the rest, and each tells its name', async () => {
    const migrator = createMigrator(database.sequelize, three());
    const told: string[] = [];
    await migrator.up('20260101_01_two', (name) => told.push(name));
    expect(told).toEqual(['20260101_00_one', '20260101_01_two']);
    expect(await migrator.status()).toMatchObject({ pending: ['20260102_00_three'], unknown: [] });
    await migrator.up();
    expect(await tables()).toEqual(['one', 'three', 'two']);
    const { executed } = await migrator.status();
    expect(executed[0]).toEqual({ name: '20260101_00_one', executedAt: expect.any(Date) });
    await migrator.up(undefined, () => expect.unreachable());
  });

  test('down undoes the newest, --steps so many, --to down to and with one, 0 all; and says what is lost', async () => {
    const migrator = createMigrator(database.sequelize, three());
    const told: unknown[] = [];
    const down = async (which: object) => {
      await migrator.down(which, (...line) => told.push(line));
      return told.splice(0);
    };
    await migrator.up();
    expect(await down({})).toEqual([['20260102_00_three', undefined]]);
    await migrator.up();
    expect(await down({ steps: 2 })).toEqual([
      ['20260102_00_three', undefined],
      ['20260101_01_two', undefined],
    ]);
    await migrator.up();
    expect(await down({ to: '20260101_01_two' })).toHaveLength(2);
    expect(await tables()).toEqual(['one']);
    await migrator.up();
    expect(await down({ to: '0' })).toHaveLength(3);
    expect(await tables()).toEqual([]);
    expect(await down({ steps: 5 })).toEqual([]);
    await migrator.up('20260101_00_one');
    expect(await down({ steps: 5 })).toEqual([['20260101_00_one', 'all of one']]);
  });

  test('a name that is not there is refused in a sentence, and nothing happens', async () => {
    const migrator = createMigrator(database.sequelize, three());
    const refusal = 'There is no migration named 4. "carrel migrate status" lists them.';
    await expect(migrator.up('4')).rejects.toThrow(refusal);
    await expect(migrator.down({ to: '4' })).rejects.toThrow(refusal);
    await expect(migrator.down({ to: '20260101_00_one' })).rejects.toThrow('20260101_00_one was not executed');
    expect(await tables()).toEqual([]);
  });
});

describe('a migration that fails half-way', () => {
  const failing = (facts: Partial<Sketch> = {}) =>
    migrations({
      '20260101_00_good': { up: ['CREATE TABLE good (id int)'], down: ['DROP TABLE good', 'DROP TABLE never'] },
      '20260101_01_bad': {
        up: ['CREATE TABLE half (id int)', 'INSERT INTO half VALUES (1)', 'SELECT nothing FROM nowhere'],
        ...facts,
      },
      '20260101_02_later': { up: ['CREATE TABLE later (id int)'] },
    });

  test('leaves the database as it was before it, and says which one and why', async () => {
    const migrator = createMigrator(database.sequelize, failing());
    await expect(migrator.up()).rejects.toThrow(
      'Migration 20260101_01_bad failed and was undone whole: relation "nowhere" does not exist',
    );
    expect(await tables()).toEqual(['good']);
    expect((await migrator.status()).pending).toEqual(['20260101_01_bad', '20260101_02_later']);
  });

  test('on the way down too', async () => {
    const migrator = createMigrator(database.sequelize, failing());
    await migrator.up('20260101_00_good');
    await expect(migrator.down({})).rejects.toThrow(
      'Migration 20260101_00_good failed and was undone whole: table "never" does not exist',
    );
    expect(await tables()).toEqual(['good']);
    expect((await migrator.status()).executed).toHaveLength(1);
  });

  test('outside a transaction it is not said to be undone', async () => {
    const migrator = createMigrator(database.sequelize, failing({ transactional: false }));
    await expect(migrator.up()).rejects.toThrow(
      /^Migration 20260101_01_bad failed; it runs outside a transaction, .*: relation "nowhere" does not exist$/,
    );
    expect(await tables()).toEqual(['good', 'half']);
  });
});

describe('a database that a newer release has migrated', () => {
  test('is refused with the name and the way back, by up and by down', async () => {
    const migrator = createMigrator(database.sequelize, three());
    await migrator.up();
    await database.sequelize.query("INSERT INTO migrations (name) VALUES ('29990101_00_future'), ('29990102_00_more')");
    expect(await migrator.status()).toMatchObject({ pending: [], unknown: ['29990101_00_future', '29990102_00_more'] });
    for (const move of [() => migrator.up(), () => migrator.down({})])
      await expect(move()).rejects.toThrow(
        'The database has migrations that this release does not know: 29990101_00_future, 29990102_00_more. ' +
          'A newer release was here. Start that release again, or go back with it first: carrel migrate down --to 29990101_00_future',
      );
    expect(await tables()).toHaveLength(3);
  });
});

describe('a step that cannot run in a transaction', () => {
  const concurrent = () =>
    migrations({
      '20260101_00_table': { up: ['CREATE TABLE things (id int)'] },
      '20260101_01_index': { up: ['CREATE INDEX CONCURRENTLY things_id ON things (id)'], transactional: false },
      '20260101_02_rename': { up: ['ALTER INDEX things_id RENAME TO things_by_id'] },
    });

  test('is planned by writing it down, and what stands on it too; the database stays as it is', async () => {
    const { sequelize } = database;
    const migrator = createMigrator(sequelize, concurrent());
    const before = await schemaOf(sequelize);
    const plan = await planMigrations(sequelize, migrator);
    expect(plan.map(({ sql }) => sql)).toEqual([
      ['CREATE TABLE things (id int)'],
      ['CREATE INDEX CONCURRENTLY things_id ON things (id)'],
      ['ALTER INDEX things_id RENAME TO things_by_id'],
    ]);
    expect(await schemaOf(sequelize)).toEqual(before);
  });

  test('runs', async () => {
    const { sequelize } = database;
    await createMigrator(sequelize, concurrent()).up();
    expect(await schemaOf(sequelize)).toContain('index CREATE INDEX things_by_id ON public.things USING btree (id)');
  });
});

test('each step waits for a table no longer than its lock_timeout', async () => {
  const migrator = createMigrator(database.sequelize, three());
  const sql = await recordSql(database.sequelize, () => migrator.up());
  expect(sql.filter((line) => line === "SET LOCAL lock_timeout = '10s'")).toHaveLength(3);
});

const onPostgres = test.skipIf(!process.env.TEST_DATABASE_URL); // the embedded engine is one backend with one owner

describe('on PostgreSQL', () => {
  onPostgres('two that migrate an empty database at once both succeed, and each step ran once', async () => {
    const engine = connectedEngine();
    const first = database.sequelize;
    const second = (await connectTo({ ...engine, stop: async () => {} }, 5)).sequelize;
    const folder = three();
    const told: string[] = [];
    await Promise.all(
      [first, second].map((sequelize) => createMigrator(sequelize, folder).up(undefined, (name) => told.push(name))),
    );
    expect(told).toEqual(['20260101_00_one', '20260101_01_two', '20260102_00_three']);
    await second.close();
  });

  onPostgres('a step whose table somebody else holds gives up, and holds up nobody', async () => {
    const { sequelize } = database;
    const folder = migrations({
      '20260101_00_table': { up: ['CREATE TABLE things (id int)'] },
      '20260101_01_column': { up: ['ALTER TABLE things ADD COLUMN color text'] },
    });
    await createMigrator(sequelize, folder).up('20260101_00_table');
    const other = new pg.Client(connectedEngine().address);
    await other.connect();
    await other.query('BEGIN; SELECT * FROM things');
    const began = Date.now();
    await expect(createMigrator(sequelize, folder, '300ms').up()).rejects.toThrow(
      'Migration 20260101_01_column failed and was undone whole: canceling statement due to lock timeout',
    );
    expect(Date.now() - began).toBeLessThan(3000);
    await other.query('COMMIT');
    await other.end();
    await createMigrator(sequelize, folder, '300ms').up();
  });
});
