import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { type Config, ConfigError, describeSettings, readConfig } from '../config.ts';
import { createMigrator, type Migrator, newerRelease } from '../database/migrator.ts';
import { removeOldEvents } from '../events/events.sql.ts';
import { sendDueDigests } from '../features/activity/digest.ts';
import type { Mailer } from '../features/activity/mailer.ts';
import { removeOldNotifications } from '../features/activity/notifications.sql.ts';
import { removeExpiredSessions } from '../features/sessions/sessions.ts';
import { lookAfterJobs, worksOf } from '../features/works.ts';
import { startJobs } from '../jobs/runner.ts';
import { openDatabase } from '../open.ts';
import { parseAllowList } from '../reader/addresses.ts';
import { closeReader } from '../reader/sharedSandbox.ts';
import { letYoungGenerationGrow } from '../young-generation.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const SWEEP_MS = 3_600_000;

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Start the server; bring the database up to date first.')
    .option('--no-migrate', 'refuse to start while migrations are pending, instead of running them')
    .addHelpText(
      'after',
      `
Settings, from the environment or a file .env in the working folder:
${describeSettings()}

Examples:
  carrel serve
  PORT=8080 HOST=0.0.0.0 carrel serve
  DATABASE_URL=postgres://carrel:secret@db:5432/carrel carrel serve --no-migrate`,
    )
    .action(async ({ migrate }: { migrate: boolean }) => serve(readConfig(), migrate, console.log));
}

/** Runs the server until SIGINT or SIGTERM; running requests finish and the database is closed. */
async function serve(config: Config, migrate: boolean, say: (line: string) => void): Promise<void> {
  const began = Date.now();
  requireFetchAllow(config);
  const started = stopOnSignal(say);
  const database = await openDatabase(config, 'server', say);
  try {
    const migrator = createMigrator(database.sequelize);
    await bringUpToDate(migrator, migrate, say);
    const { buildApp } = await import('../app.ts'); // half of what there is to load, and nothing that --help needs
    const app = await buildApp(config, migrator);
    await listen(app, config).catch(async (error) => {
      await app.close(); // what it has begun, such as listening for events, would keep the process
      throw error;
    });
    database.engine.ready?.();
    const mailer = await openMailer(config);
    const jobs = startJobs(worksOf(config), {
      log: (error) => app.log.error(error),
      tick: async () => {
        await lookAfterJobs();
        if (mailer) await sendDueDigests(mailer, (error) => app.log.error(error));
      },
    });
    await sweep();
    const sweeping = setInterval(() => void sweep().catch((error) => app.log.error(error)), SWEEP_MS);
    started(async () => {
      clearInterval(sweeping);
      await Promise.all([app.close(), jobs.stop().then(closeReader)]);
      await database.close();
    });
    letYoungGenerationGrow(true);
    greet(config, app, Date.now() - began, say);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Checked at the start, and not when the first page is fetched. @throws ConfigError. */
function requireFetchAllow({ fetchAllow }: Config): void {
  try {
    parseAllowList(fetchAllow);
  } catch (error) {
    throw new ConfigError(`CARREL_FETCH_ALLOW: ${(error as Error).message}`);
  }
}

/** Loaded only where mail is sent. */
async function openMailer(config: Config): Promise<Mailer | undefined> {
  if (!config.smtpUrl) return;
  const { createMailer } = await import('../features/activity/mailer.ts');
  return createMailer(config);
}

/** Throws away what is of no use to anybody any more. */
async function sweep(): Promise<void> {
  await removeExpiredSessions();
  await removeOldEvents();
  await removeOldNotifications();
}

/** @throws Error in one sentence that says what to set instead. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    const sentence = {
      EADDRINUSE: `Port ${port} on ${host} is taken by another program; stop that one, or set PORT to another number.`,
      EACCES: `Port ${port} may not be listened on by this user; set PORT to a number from 1024.`,
      EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine.`,
      ENOTFOUND: `HOST is ${host}, which is no name or address that can be found.`,
    }[(error as NodeJS.ErrnoException).code ?? ''];
    throw sentence ? new Error(sentence, { cause: error }) : error;
  }
}

async function bringUpToDate(migrator: Migrator, migrate: boolean, say: (line: string) => void): Promise<void> {
  const { pending, unknown } = await migrator.status();
  if (unknown.length) throw new Error(newerRelease(unknown));
  if (!pending.length) return;
  if (!migrate)
    throw new Error(`${pending.length} migrations are pending (${pending.join(', ')}). Run them: carrel migrate up`);
  await migrator.up(undefined, (name) => say(`Migrated ${name}`));
}

function greet(config: Config, app: FastifyInstance, tookMs: number, say: (line: string) => void): void {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(config.host) ? 'localhost' : config.host;
  say(`Carrel is ready after ${(tookMs / 1000).toFixed(1)} s.`);
  say(config.databaseUrl ? '  data   in PostgreSQL, at DATABASE_URL' : `  data   in ${config.dataDir}`);
  if (config.classroom) say('  mode   classroom: anybody on this machine may read and reset; this machine only');
  say(`  open   http://${host}:${port}`);
}
