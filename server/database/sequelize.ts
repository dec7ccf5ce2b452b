import { randomBytes } from 'node:crypto';
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

const LANES = 4; // two for each core of a small machine; more of them gather less in each

/**
 * Connects this process to its one database. Connections are opened as they are needed, at most `poolSize` of them: a few that
 * quick reads share, and the pool for all else.
 */
export function connectDatabase(engine: Engine, poolSize: number): Connected {
  const { ssl, ...address } = engine.address;
  const shared = engine.kind === 'embedded' ? 0 : Math.min(LANES, Math.floor(poolSize / 4));
  const sequelize = new Sequelize({
    dialect: 'postgres',
    username: engine.kind === 'embedded' ? 'postgres' : undefined,
    database: engine.kind === 'embedded' ? 'postgres' : undefined,
    ...address,
    ...(address.user && { username: address.user }),
    // One backend serves every embedded connection: more of them only wait in another place.
    pool: { max: engine.kind === 'embedded' ? 4 : poolSize - shared, idle: 60_000, acquire: 30_000 },
    dialectOptions: { application_name: CONNECTION_NAME, keepAlive: true, ...(ssl && { ssl }) },
    define: { underscored: true },
    logging: heardFromSequelize,
    benchmark: true,
  });
  const lanes = new Lanes(
    { ...engine.address, application_name: CONNECTION_NAME, keepAlive: true, connectionTimeoutMillis: 10_000 },
    shared,
  );
  current = { sequelize, engine, lanes };
  return current;
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

function connected(): Connected {
  if (!current) throw new Error('The database is not connected yet.');
  return current;
}
