import { DataTypes, type ModelStatic } from 'sequelize';
import sql from 'sql-template-tag';
import { beforeEach, describe, expect, test } from 'vitest';
import { useEmptyDatabase } from '../../test/schema.ts';
import { rows } from './sql.ts';
import { runningTransaction, transaction } from './transaction.ts';

const POOL = 5;
const database = useEmptyDatabase({ poolSize: POOL });
let Thing: ModelStatic<never>;

beforeEach(async () => {
  await database.sequelize.query('CREATE TABLE things (id serial PRIMARY KEY, name text UNIQUE)');
  Thing = database.sequelize.define('thing', { name: DataTypes.TEXT }, { timestamps: false }) as never;
});

const add = (name: string) => Thing.create({ name } as never);
const addBySql = (name: string) => rows(sql`INSERT INTO things (name) VALUES (${name})`);
const addByText = (name: string) =>
  database.sequelize.query('INSERT INTO things (name) VALUES ($name)', { bind: { name } });
const inTransaction = <T>(work: () => Promise<T>) => transaction(database.sequelize, work);

async function names(): Promise<string[]> {
  return (await rows<{ name: string }>(sql`SELECT name FROM things ORDER BY name`)).map(({ name }) => name);
}

/** The transaction that PostgreSQL itself sees this query in. */
async function seen(): Promise<string> {
  const [row] = await rows<{ id: string }>(sql`SELECT pg_current_xact_id()::text AS id`);
  return row?.id ?? '';
}

describe('without passing { transaction }', () => {
  test.each([
    ['a model', add],
    ['rows() of sql.ts', addBySql],
    ['sequelize.query', addByText],
  ])('what is written through %s is undone when the work throws', async (_, write) => {
    const work = inTransaction(async () => {
      await write('half');
      expect(await names()).toEqual(['half']); // the reads inside see it
      throw new Error('no further');
    });
    await expect(work).rejects.toThrow('no further');
    expect(await names()).toEqual([]);
  });

  test('all three write in one transaction of the database, and all stays when the work is done', async () => {
    const ids = await inTransaction(async () => {
      const before = await seen();
      await add('a');
      await addBySql('b');
      await addByText('c');
      return [before, await seen()];
    });
    expect(ids[1]).toBe(ids[0]);
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  test('an error of the database undoes the whole, and its connection is fit to be used again', async () => {
    for (let i = 0; i < 2 * POOL; i++) {
      const work = inTransaction(async () => {
        await add('first');
        await addBySql('first');
      });
      await expect(work).rejects.toThrow('duplicate key');
    }
    expect(await names()).toEqual([]);
  });

  test('a model finds again what it wrote, after the transaction too', async () => {
    const thing = await inTransaction(() => add('kept'));
    expect(runningTransaction()).toBeUndefined();
    await (thing as { reload: () => Promise<unknown> }).reload();
  });
});

describe('a transaction inside another', () => {
  test('joins it: one transaction of the database, undone whole', async () => {
    const work = inTransaction(async () => {
      const outer = await seen();
      await add('outer');
      await inTransaction(async () => {
        await addBySql('inner');
        expect(await seen()).toBe(outer);
      });
      throw new Error('after the inner one was done');
    });
    await expect(work).rejects.toThrow('after the inner one');
    expect(await names()).toEqual([]);
  });

  test('that throws leaves its work to the outer one: caught there, it is kept', async () => {
    await inTransaction(async () => {
      await inTransaction(async () => {
        await add('inner');
        throw new Error('caught');
      }).catch(() => {});
      await add('outer');
    });
    expect(await names()).toEqual(['inner', 'outer']);
  });

  test('two that follow each other are two', async () => {
    expect(await inTransaction(seen)).not.toBe(await inTransaction(seen));
  });
});

test('20 at once with queries of every kind finish on a pool of 5, each with its own', async () => {
  const began = Date.now();
  const done = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      inTransaction(async () => {
        const id = await seen();
        await add(`model ${i}`);
        await addBySql(`sql ${i}`);
        await addByText(`text ${i}`);
        expect(await seen()).toBe(id);
        if (i % 2) throw new Error('every other one is undone');
      }).then(
        () => true,
        () => false,
      ),
    ),
  );
  expect(done.filter(Boolean)).toHaveLength(10);
  expect(await names()).toHaveLength(30);
  expect(Date.now() - began).toBeLessThan(20_000); // a pool that starves gives up after 30 s
}, 60_000);
