import type { QueryInterface, Sequelize } from 'sequelize';
import { LOCK_TIMEOUT, load, type Migrator } from './migrator.ts';
import { transaction } from './transaction.ts';

class Rollback extends Error {}

/**
 * The SQL that `up` would run, by migration: really run, in one transaction that is rolled back, since Sequelize asks the
 * database while it generates. A step that cannot run in a transaction is only written down, and so is what follows it.
 */
export async function planMigrations(
  sequelize: Sequelize,
  migrator: Migrator,
): Promise<{ name: string; sql: string[] }[]> {
  const { pending } = await migrator.status();
  const plan: { name: string; sql: string[] }[] = [];
  const { options } = sequelize as unknown as { options: { logging: unknown } }; // there, but not in the types
  const loggingBefore = options.logging;
  try {
    await transaction(sequelize, async () => {
      await sequelize.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`); // it locks as "up" does, on a server that runs
      let recording = false;
      for (const name of pending) {
        const sql: string[] = [];
        plan.push({ name, sql });
        options.logging = (line: string) => sql.push(line.replace(/^Executed \([^)]*\): /, ''));
        const migration = await load(migrator.files.get(name) as string);
        recording ||= migration.transactional === false;
        const context = recording ? recorder(sequelize, sql) : sequelize.getQueryInterface();
        await migration.up({ name, context });
      }
      options.logging = loggingBefore; // the ROLLBACK that follows is not of the plan
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  } finally {
    options.logging = loggingBefore;
  }
  return plan;
}

/** A query interface that writes statements down instead of running them. */
function recorder(sequelize: Sequelize, sql: string[]): QueryInterface {
  const real = sequelize.getQueryInterface();
  const query = async (text: string) => {
    sql.push(text);
    return [[], {}];
  };
  return Object.create(real, { sequelize: { value: Object.create(sequelize, { query: { value: query } }) } });
}
