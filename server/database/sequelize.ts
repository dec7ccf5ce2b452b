import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { Sequelize } from 'sequelize';
import type { Engine } from './engine.ts';
import { Lanes } from './lanes.ts';
import { heardFromSequelize } from './trace.ts';
import './transaction.ts'; // before the first Sequelize exists, so that it hands transactions on

/** What our connections are called in pg_stat_activity: `carrel`, and which process's they are. */
export const CONNECTION_NAME = `carrel ${randomBytes(4).toString('hex')}`;

interface Connected {
  sequelize: Sequelize;
  engine: Engine;
  lanes: Lanes;
}

let current: Connected | undefined;

/**
 * Connects this process to its one database. Connections are opened as they are needed, at most `poolSize` of them: a few that
 * quick reads share, and the pool for all else.
 */
export function connectDatabase(engine: Engine, poolSize: number): Connected {
  const { ssl, ...address } = { ...(engine.kind === 'embedded' && EMBEDDED_USER), ...engine.address };
  const { shared, own } = divide(engine, poolSize);
  const sequelize = new Sequelize({
    dialect: 'postgres',
    ...address,
    ...(address.user && { username: address.user }),
    pool: { max: own, idle: 60_000, acquire: 30_000 },
    dialectOptions: { application_name: CONNECTION_NAME, keepAlive: true, ...(ssl && { ssl }) },
    define: { underscored: true },
    logging: heardFromSequelize,
    benchmark: true,
  });
  const lanes = new Lanes(
    { ...address, ssl, application_name: CONNECTION_NAME, keepAlive: true, connectionTimeoutMillis: 10_000 },
    shared,
  );
  current = { sequelize, engine, lanes };
  return current;
}

const EMBEDDED_USER = { user: 'postgres', database: 'postgres' };

/** How many connections quick reads share, and how many the pool has. */
function divide(engine: Engine, poolSize: number): { shared: number; own: number } {
  // One backend serves every embedded connection: more of them only wait in another place.
  if (engine.kind === 'embedded') return { shared: 1, own: 4 };
  const shared = Math.min(4, Math.floor(poolSize / 4)); // the more there are, the less is gathered in each
  return { shared, own: poolSize - shared };
}

/** The Sequelize of this process. @throws Error before connectDatabase. */
export function database(): Sequelize {
  return connected().sequelize;
}

/** The engine of this process. @throws Error before connectDatabase. */
export function connectedEngine(): Engine {
  return connected().engine;
}

/** The connections that quick reads share. @throws Error before connectDatabase. */
export function lanes(): Lanes {
  return connected().lanes;
}

interface ConnectionPool {
  acquire: () => Promise<Client>;
  release: (client: Client) => void;
  using: number;
  available: number;
  waiting: number;
}

/** Sequelize's own pool, which its types do not tell of. @throws Error before connectDatabase. */
export function connectionPool(): ConnectionPool {
  return (database().connectionManager as unknown as { pool: ConnectionPool }).pool;
}

function connected(): Connected {
  if (!current) throw new Error('The database is not connected yet.');
  return current;
}
