import { readConfig } from '../config.ts';
import { createMigrator, newerRelease } from '../database/migrator.ts';
import { type OpenDatabase, openDatabase } from '../open.ts';

/**
 * Runs a command's work on the database, beside a running server or without one, and closes it again.
 * @param options.migrated whether the work needs the schema of this release; a database that is still empty gets it.
 */
export async function withDatabase(
  work: (database: OpenDatabase) => Promise<void>,
  options: { migrated: boolean } = { migrated: true },
): Promise<void> {
  const database = await openDatabase(readConfig(), 'command', (line) => console.error(line));
  try {
    if (options.migrated) await requireMigrated(database);
    await work(database);
  } finally {
    await database.close();
  }
}

async function requireMigrated({ sequelize }: OpenDatabase): Promise<void> {
  const migrator = createMigrator(sequelize);
  const { executed, pending, unknown } = await migrator.status();
  if (unknown.length) throw new Error(newerRelease(unknown));
  if (!executed.length) return migrator.up();
  if (pending.length) throw new Error(`Migrations are pending (${pending.join(', ')}). Run them: carrel migrate up`);
}
