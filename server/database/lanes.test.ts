import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { useEmptyDatabase } from '../../test/schema.ts';
import { lanes } from './sequelize.ts';
import { rows } from './sql.ts';
import { transaction } from './transaction.ts';

const database = useEmptyDatabase({ poolSize: 8 }); // two of them are shared
const isPostgres = Boolean(process.env.TEST_DATABASE_URL);

const quick = (n: number) =>
  rows<{ n: number; pid: number }>(sql`SELECT ${n}::int AS n, pg_backend_pid() AS pid`, { quick: true });
const divide = (by: number) =>
  rows<{ n: number }>(sql`SELECT 10 / ${by}::int AS n`, { quick: true }).catch(({ code }) => [{ n: code }]);

/** Until the lanes are open: whoever comes first gets a connection of the pool, and those who come meanwhile too. */
async function open(): Promise<void> {
  const most = isPostgres ? 2 : 1;
  for (let tries = 0; tries < 200 && lanes().size < most; tries++) await Promise.all([quick(0), quick(1), sleep(10)]);
  expect(lanes().size).toBe(most);
  await sleep(100);
}

test('statements that share a connection get each its own answer, and its own error', async () => {
  await open();
  const asked = Array.from({ length: 40 }, (_, i) => i % 5);
  const answers = await Promise.all(asked.map(divide));
  expect(answers.map(([answer]) => answer?.n)).toEqual(asked.map((by) => (by ? Math.trunc(10 / by) : '22012')));
  const pids = (await Promise.all(asked.map(quick))).map(([answer]) => answer?.pid);
  expect(new Set(pids).size).toBe(isPostgres ? 2 : 1);
});

test('inside a transaction a quick read sees what the transaction wrote', async () => {
  await open();
  await transaction(database.sequelize, async () => {
    await rows(sql`CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT 7 AS n`);
    expect(await rows(sql`SELECT n FROM mine`, { quick: true })).toEqual([{ n: 7 }]);
  });
});

// The embedded engine has one backend, which nobody can kill and which all have to wait for.
test.runIf(isPostgres)('behind a statement that takes long nobody waits', async () => {
  await open();
  let isDone = false;
  const long = Promise.all([1, 2].map(() => rows(sql`SELECT pg_sleep(3)`, { quick: true }))).then(() => {
    isDone = true;
  });
  await sleep(100);
  await Promise.all(Array.from({ length: 10 }, (_, i) => quick(i)));
  expect(isDone).toBe(false);
  await long;
});

test.runIf(isPostgres)('a connection that is lost fails what was on its way, and another takes its place', async () => {
  await open();
  const lost = Promise.all(
    [1, 2].map(() => rows(sql`SELECT pg_sleep(5)`, { quick: true }).catch(({ message }) => message)),
  );
  await sleep(20);
  await rows(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'`,
  );
  expect(await lost).toEqual(Array(2).fill('terminating connection due to administrator command'));
  expect(await quick(3)).toMatchObject([{ n: 3 }]);
  await open();
});
