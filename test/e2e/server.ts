import { readConfig } from '../../server/config.ts';
import type { Engine } from '../../server/database/engine.ts';
import { createMigrator } from '../../server/database/migrator.ts';
import { lookAfterJobs, worksOf } from '../../server/features/works.ts';
import { startJobs } from '../../server/jobs/runner.ts';
import { connectTo } from '../../server/open.ts';
import { closeReader } from '../../server/reader/sharedSandbox.ts';
import { openTestEngine } from '../database.ts';
import { ensureBuilt } from './built.ts';

export interface RunningServer {
  url: string;
  stop: () => Promise<void>;
}

/**
 * The real application with the built client, on a database in memory and a free port. It fetches pages only with `jobs`: a
 * test must not reach the web.
 */
export async function startServer(
  env: Record<string, string> = {},
  { jobs = false }: { jobs?: boolean } = {},
): Promise<RunningServer> {
  await ensureBuilt();
  return serve(await openTestEngine(), env, { jobs });
}

/** The same on any engine, with the client as it is built; what is missing in the database is migrated. */
export async function serve(
  engine: Engine,
  env: Record<string, string> = {},
  { jobs = false }: { jobs?: boolean } = {},
): Promise<RunningServer> {
  const { buildApp } = await import('../../server/app.ts'); // looks for the built client when it is loaded
  const database = await connectTo(engine, 4);
  const migrator = createMigrator(database.sequelize);
  await migrator.up();
  const config = readConfig({ CARREL_LOG: 'error', ...env }, import.meta.dirname);
  const app = await buildApp(config, migrator);
  const runner = jobs ? startJobs(worksOf(config), { log: console.error, tick: lookAfterJobs }) : undefined;
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    stop: async () => {
      await runner?.stop();
      await closeReader();
      await app.close();
      await database.close();
    },
  };
}

/** Calls the API of a running server; throws with its sentence when it refuses. */
export function apiOf(url: string, token?: string) {
  return async function call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
}

/** Signs somebody up and in. @returns the token of the session. */
export async function signUp(url: string, name: string, username = `${name.split(' ')[0]}@example.com`.toLowerCase()) {
  const call = apiOf(url);
  const password = 'a good password';
  await call('POST', '/users', { username, name, password });
  const { token } = await call<{ token: string }>('POST', '/login', { username, password });
  return { token, username, password, call: apiOf(url, token) };
}
