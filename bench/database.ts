import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { readConfig } from '../server/config.ts';
import type { Address } from '../server/database/engine.ts';
import { createMigrator } from '../server/database/migrator.ts';
import { parseDatabaseUrl } from '../server/database/url.ts';
import { openDatabase } from '../server/open.ts';
import { installedPostgres, startCluster } from './cluster.ts';
import { type Facts, readFacts } from './facts.ts';
import { fillByCopy, fillByInsert } from './fill.ts';
import { loadLibrary, markOf, type Size } from './library.ts';

/** A filled library to measure on. */
export interface Library {
  what: string;
  engine: 'postgres' | 'embedded';
  address: Address;
  /** What Carrel's environment needs to work on it. */
  env: Record<string, string>;
  facts: Facts;
  close: () => Promise<void>;
}

interface Wish {
  size: Size;
  /** Where the library is kept and found again; without it, it is thrown away. */
  keep?: string;
}

type Say = (line: string) => void;

/** On DATABASE_URL, else on a PostgreSQL of our own from the installed programs, else on the embedded engine. */
export async function openLibrary(wish: Wish, say: Say): Promise<Library> {
  const url = process.env.DATABASE_URL;
  if (url) return openOnServer(url, wish, `PostgreSQL at DATABASE_URL`, async () => {}, say);
  const bin = installedPostgres();
  if (!bin) return openEmbeddedLibrary(wish, say);
  const folder = wish.keep ? path.resolve(wish.keep) : temporaryFolder();
  const cluster = await startCluster(bin, folder);
  const close = async () => {
    await cluster.stop();
    if (!wish.keep) rmSync(folder, { recursive: true });
  };
  return openOnServer(cluster.url, wish, `PostgreSQL of our own from ${bin}`, close, say).catch(async (error) => {
    await close();
    throw error;
  });
}

/** In a database of our own on a server: whatever else is there is left alone. */
async function openOnServer(
  url: string,
  { size, keep }: Wish,
  what: string,
  closeServer: () => Promise<void>,
  say: Say,
) {
  const database = keep ? `carrel_bench_${size}` : `carrel_bench_${size}_${process.pid}`;
  const address = { ...parseDatabaseUrl(url), database };
  const mine = new URL(url);
  mine.pathname = `/${database}`;
  const administer = (statement: string) => run(parseDatabaseUrl(url), statement);

  const config = { ...readConfig({}, '/nowhere'), databaseUrl: mine.href };
  const [found] = await administer(
    `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = '${database}'`,
  );
  if (found && !String(found.mark).startsWith('carrel bench'))
    throw new Error(`The database ${database} on this server is not one of the benchmark's; it is left alone.`);
  const isKept = found && (await isUpToDate(config, String(found.mark), size));
  if (!isKept) {
    await administer(`DROP DATABASE IF EXISTS ${database}`);
    await administer(`CREATE DATABASE ${database}`);
    await administer(`COMMENT ON DATABASE ${database} IS 'carrel bench, not finished'`);
    const mark = await fill(config, size, say);
    await administer(`COMMENT ON DATABASE ${database} IS '${mark}'`);
  }
  return {
    what,
    engine: 'postgres' as const,
    address,
    env: { DATABASE_URL: mine.href },
    facts: await withClient(address, (client) => readFacts(client, size)),
    close: async () => {
      if (!keep) await administer(`DROP DATABASE ${database} WITH (FORCE)`);
      await closeServer();
    },
  };
}

/** On the embedded engine, in a folder of its own. Nothing runs there until a server is started on it. */
export async function openEmbeddedLibrary({ size }: Pick<Wish, 'size'>, say: Say): Promise<Library> {
  const folder = temporaryFolder();
  const config = { ...readConfig({}, '/nowhere'), databaseUrl: '', dataDir: folder };
  await fill(config, size, say);
  const address = { host: folder, port: 5432, user: 'postgres', database: 'postgres' };
  const { engine, close } = await openDatabase(config, 'command');
  const facts = await withClient({ ...engine.address, user: 'postgres', database: 'postgres' }, (client) =>
    readFacts(client, size),
  );
  await close();
  return {
    what: 'the embedded engine',
    engine: 'embedded',
    address,
    env: { CARREL_DATA: folder },
    facts,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function fill(config: ReturnType<typeof readConfig>, size: Size, say: Say): Promise<string> {
  const { sequelize, engine, close } = await openDatabase(config, 'command');
  try {
    const migrator = createMigrator(sequelize);
    await migrator.up();
    say(`Filling a library of size ${size} …`);
    await withClient({ user: 'postgres', database: 'postgres', ...engine.address }, (client) =>
      loadLibrary(client, (config.databaseUrl ? fillByCopy : fillByInsert)(client), size, say),
    );
    return `carrel bench ${markOf(size, [...migrator.files.keys()])}`;
  } finally {
    await close();
  }
}

async function isUpToDate(config: ReturnType<typeof readConfig>, mark: string, size: Size): Promise<boolean> {
  const { sequelize, close } = await openDatabase(config, 'command');
  try {
    return mark === `carrel bench ${markOf(size, [...createMigrator(sequelize).files.keys()])}`;
  } finally {
    await close();
  }
}

/** Short enough for a socket's path, and open to the user that PostgreSQL runs as. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** One statement on a connection of its own. */
export async function run(address: Address, statement: string): Promise<Record<string, unknown>[]> {
  return withClient(address, async (client) => (await client.query(statement)).rows);
}

async function withClient<T>(address: Address, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...address, application_name: 'bench' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
