import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type QueryInterface, QueryTypes, type Sequelize } from 'sequelize';
import type { MigrationParams, RunnableMigration, Umzug } from 'umzug';
import { withMigrationLock } from './migration-lock.ts';
import { transaction } from './transaction.ts';

/** What a migration's `up` and `down` receive: `{ name, context: queryInterface }`. */
export type Step = MigrationParams<QueryInterface>;

/** One file of `migrations/`. */
interface MigrationFile {
  up: (step: Step) => Promise<void>;
  down: (step: Step) => Promise<void>;
  /** What going down throws away, as a sentence; printed before it happens. */
  loses?: string;
  /** False for a statement that PostgreSQL refuses inside a transaction (CREATE INDEX CONCURRENTLY); it stands alone. */
  transactional?: boolean;
}

export interface MigrationStatus {
  executed: { name: string; executedAt: Date }[];
  pending: string[];
  /** Executed here, but of a newer release than this one. */
  unknown: string[];
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));
/** A step that cannot get its table gives up after this, instead of queueing every reader behind it. */
export const LOCK_TIMEOUT = '10s';

/** The migrations of `folder` against the database of `sequelize`. */
export function createMigrator(sequelize: Sequelize, folder = MIGRATIONS, lockTimeout = LOCK_TIMEOUT) {
  const names = readdirSync(folder)
    .filter((file) => /^\d.*(?<!\.d)\.[jt]s$/.test(file))
    .sort();
  const files = new Map(names.map((file) => [file.slice(0, -3), `${folder}/${file}`]));

  /** Loaded only to move the schema: it takes as long to load as half of a command, and nearly every command only asks. */
  async function loadUmzug(): Promise<Umzug<QueryInterface>> {
    const { Umzug } = await import('umzug');
    return new Umzug<QueryInterface>({
      migrations: () => [...files].map(([name, file]) => runnable(sequelize, name, file, lockTimeout)),
      context: sequelize.getQueryInterface(),
      storage: {
        executed: async () => (await executed(sequelize)).map(({ name }) => name),
        // Written by each step itself, inside its own transaction.
        logMigration: async () => {},
        unlogMigration: async () => {},
      },
      logger: undefined,
    });
  }

  async function status(): Promise<MigrationStatus> {
    const done = await executed(sequelize);
    const doneNames = new Set(done.map(({ name }) => name));
    return {
      executed: done,
      pending: [...files.keys()].filter((name) => !doneNames.has(name)),
      unknown: done.map(({ name }) => name).filter((name) => !files.has(name)),
    };
  }

  return {
    status,
    /** Runs what is pending, up to and with `to`; tells each name as it is done. @throws Error naming the step that failed. */
    up: (to?: string, done: (name: string) => void = () => {}): Promise<void> =>
      withMigrationLock(async () => {
        requireKnown(files, to);
        requireNothingUnknown(await status());
        await createTable(sequelize);
        const umzug = await loadUmzug();
        await inSentences(() => umzug.up(to ? { to } : {}), umzug, 'migrated', done);
      }),
    /** Undoes the newest `steps`, or everything down to and with `to`. @throws Error naming the step that failed. */
    down: (
      which: { steps?: number; to?: string },
      done: (name: string, loses?: string) => void = () => {},
    ): Promise<void> =>
      withMigrationLock(async () => {
        requireKnown(files, which.to);
        const now = await status();
        requireNothingUnknown(now);
        if (which.to && now.pending.includes(which.to))
          throw new Error(`Migration ${which.to} was not executed here, so there is nothing to undo.`);
        const options = which.to ? { to: which.to === '0' ? (0 as const) : which.to } : { step: which.steps ?? 1 };
        const losses = new Map<string, string | undefined>();
        for (const [name, file] of files) losses.set(name, (await load(file)).loses);
        const umzug = await loadUmzug();
        await inSentences(
          () => umzug.down(options),
          umzug,
          'reverted',
          (name) => done(name, losses.get(name)),
        );
      }),
    files,
  };
}

export type Migrator = ReturnType<typeof createMigrator>;

/** Why a server does not start on a database that a newer release has changed. */
export function newerRelease(unknown: string[]): string {
  return (
    `The database has migrations that this release does not know: ${unknown.join(', ')}. ` +
    `A newer release was here. Start that release again, or go back with it first: carrel migrate down --to ${unknown[0]}`
  );
}

export async function load(file: string): Promise<MigrationFile> {
  return (await import(/* @vite-ignore */ file)) as MigrationFile;
}

function runnable(
  sequelize: Sequelize,
  name: string,
  file: string,
  lockTimeout: string,
): RunnableMigration<QueryInterface> {
  const run = async (direction: 'up' | 'down', step: Step) => {
    const migration = await load(file);
    const work = async () => {
      await migration[direction](step);
      await sequelize.query(
        direction === 'up'
          ? 'INSERT INTO migrations (name) VALUES ($name)'
          : 'DELETE FROM migrations WHERE name = $name',
        { bind: { name } },
      );
    };
    if (migration.transactional === false) return outsideTransaction(work);
    await transaction(sequelize, async () => {
      await sequelize.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
      await work();
    });
  };
  return { name, path: file, up: (step) => run('up', step), down: (step) => run('down', step) };
}

/** Marks what fails in `work` as not undone: there was no transaction to roll back. */
class NotUndone extends Error {}

async function outsideTransaction(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new NotUndone((error as Error).message, { cause: error });
  }
}

async function createTable(sequelize: Sequelize): Promise<void> {
  await sequelize.query(
    'CREATE TABLE IF NOT EXISTS migrations (name varchar(255) PRIMARY KEY, executed_at timestamptz NOT NULL DEFAULT now())',
  );
}

async function executed(sequelize: Sequelize): Promise<MigrationStatus['executed']> {
  const [table] = await sequelize.query<{ found: boolean }>("SELECT to_regclass('migrations') IS NOT NULL AS found", {
    type: QueryTypes.SELECT,
  });
  if (!table?.found) return [];
  return sequelize.query('SELECT name, executed_at AS "executedAt" FROM migrations ORDER BY name', {
    type: QueryTypes.SELECT,
  });
}

function requireNothingUnknown({ unknown }: MigrationStatus): void {
  if (unknown.length) throw new Error(newerRelease(unknown));
}

function requireKnown(files: Map<string, string>, name: string | undefined): void {
  if (name !== undefined && name !== '0' && !files.has(name))
    throw new Error(`There is no migration named ${name}. "carrel migrate status" lists them.`);
}

async function inSentences(
  work: () => Promise<unknown>,
  umzug: Umzug<QueryInterface>,
  event: 'migrated' | 'reverted',
  done: (name: string) => void,
): Promise<void> {
  const tell = ({ name }: { name: string }) => done(name);
  umzug.on(event, tell);
  try {
    await work();
  } catch (error) {
    const { MigrationError } = await import('umzug');
    if (!(error instanceof MigrationError)) throw error;
    const cause = error.cause instanceof Error ? error.cause : error;
    const left =
      cause instanceof NotUndone
        ? 'failed; it runs outside a transaction, so what it had done is still there'
        : 'failed and was undone whole';
    throw new Error(`Migration ${error.migration.name} ${left}: ${cause.message}`, { cause });
  } finally {
    umzug.off(event, tell);
  }
}
