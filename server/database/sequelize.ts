import { randomBytes } from 'node:crypto';
import { Sequelize } from 'sequelize';
import type { Engine } from './engine.ts';
import { heardFromSequelize } from './trace.ts';
import './transaction.ts'; // before the first Sequelize exists, so that it hands transactions on

/** What our connections are called in pg_stat_activity: `carrel`, and which process's they are. */
export const CONNECTION_NAME = `carrel ${randomBytes(4).toString('hex')}`;

let current: { sequelize: Sequelize; engine: Engine } | undefined;

/** Connects this process to its one database. Connections are opened as they are needed. */
export function connectDatabase(engine: Engine, poolSize: number): Sequelize {
  const { ssl, ...address } = engine.address;
  const sequelize = new Sequelize({
    dialect: 'postgres',
    username: engine.kind === 'embedded' ? 'postgres' : undefined,
    database: engine.kind === 'embedded' ? 'postgres' : undefined,
    ...address,
    ...(address.user && { username: address.user }),
    // One backend serves every embedded connection: more of them only wait in another place.
    pool: { max: engine.kind === 'embedded' ? 4 : poolSize, idle: 60_000, acquire: 30_000 },
    dialectOptions: { application_name: CONNECTION_NAME, keepAlive: true, ...(ssl && { ssl }) },
    define: { underscored: true },
    logging: heardFromSequelize,
    benchmark: true,
  });
  current = { sequelize, engine };
  return sequelize;
}

/** The Sequelize of this process. @throws Error before connectDatabase. */
export function database(): Sequelize {
  if (!current) throw new Error('The database is not connected yet.');
  return current.sequelize;
}

/** The engine of this process. @throws Error before connectDatabase. */
export function connectedEngine(): Engine {
  if (!current) throw new Error('The database is not connected yet.');
  return current.engine;
}
