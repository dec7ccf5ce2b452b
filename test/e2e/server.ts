import { readConfig } from '../../server/config.ts';
import { createMigrator } from '../../server/database/migrator.ts';
import { connectTo } from '../../server/open.ts';
import { openTestEngine } from '../database.ts';
import { ensureBuilt } from './built.ts';

export interface RunningServer {
  url: string;
  stop: () => Promise<void>;
}

/** The real application with the built client, on a database in memory and a free port. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  await ensureBuilt();
  const { buildApp } = await import('../../server/app.ts'); // looks for the built client when it is loaded
  const database = await connectTo(await openTestEngine(), 4);
  const migrator = createMigrator(database.sequelize);
  const app = await buildApp(readConfig({ CARREL_LOG: 'error', ...env }, import.meta.dirname), migrator);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    stop: async () => {
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
