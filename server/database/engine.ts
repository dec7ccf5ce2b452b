import type { Config } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import type { Holder } from './lock.ts';
import { parseDatabaseUrl } from './url.ts';

/** What node-postgres needs to connect. */
export interface Address {
  host: string;
  port: number;
  user?: string;
  password?: string;
  database?: string;
  ssl?: { rejectUnauthorized: boolean };
}

/** A running database. `embedded` is one backend shared by all connections: see docs/architecture.md for what that means. */
export interface Engine {
  kind: 'postgres' | 'embedded';
  address: Address;
  /** Says that the database is up to date, for commands that wait beside a starting server. */
  ready?: () => void;
  /** Where the engine is in this process: hears every notification, of other processes' transactions too. Answers how to stop. */
  listen?: (hear: (payload: string) => void) => () => void;
  stop: () => Promise<void>;
}

/**
 * Opens PostgreSQL at DATABASE_URL, or the embedded one in the data folder when there is none.
 * @param say hears one line when the database has to be created first, which takes seconds.
 */
export async function openEngine(config: Config, role: Holder['role'], say: (line: string) => void): Promise<Engine> {
  if (!config.databaseUrl) return openEmbedded(config.dataDir, role, say);
  return { kind: 'postgres', address: parseDatabaseUrl(config.databaseUrl), stop: async () => {} };
}
