import PgBoss from 'pg-boss';
import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { schemaOf, useEmptyDatabase } from '../../test/schema.ts';
import { createMigrator } from '../database/migrator.ts';

const database = useEmptyDatabase();

test('the schema of our migration is the one that pg-boss would make', async () => {
  const { sequelize } = database;
  const version = () =>
    sequelize.query('SELECT version, maintained_on, cron_on FROM pgboss.version', { type: QueryTypes.SELECT });
  await createMigrator(sequelize).up();
  const [queues] = await sequelize.query('SELECT name FROM pgboss.queue');
  for (const { name } of queues as { name: string }[])
    await sequelize.query('SELECT pgboss.delete_queue($name)', { bind: { name } });
  const [ours, ourVersion] = [(await schemaOf(sequelize)).sort(), await version()];
  await sequelize.query('DROP SCHEMA pgboss CASCADE');
  await sequelize.query(PgBoss.getConstructionPlans('pgboss'));
  expect((await schemaOf(sequelize)).filter((line) => !line.startsWith('function')).sort()).toEqual(
    ours.filter((line) => !line.startsWith('function')),
  );
  expect(await version()).toEqual(ourVersion);
});
