import type { Sequelize } from 'sequelize';
import type { Config } from './config.ts';
import { type Engine, openEngine } from './database/engine.ts';
import type { Holder } from './database/lock.ts';
import { connectDatabase } from './database/sequelize.ts';
import { rung } from './events/ring.ts';
import { defineModels } from './features/models.ts';

export interface OpenDatabase {
  sequelize: Sequelize;
  engine: Engine;
  close: () => Promise<void>;
}

/** Opens the database of this process and binds the models to it. `close` waits for running queries. */
export async function openDatabase(
  config: Config,
  role: Holder['role'],
  say: (line: string) => void = () => {},
): Promise<OpenDatabase> {
  return connectTo(await openEngine(config, role, say), config.poolSize);
}

/** Connects to an engine that already runs. @throws Error in one sentence when it does not answer. */
export async function connectTo(engine: Engine, poolSize: number): Promise<OpenDatabase> {
  const { sequelize, lanes } = connectDatabase(engine, poolSize);
  const close = async () => {
    await rung();
    await lanes.close();
    await sequelize.close();
    await engine.stop();
  };
  try {
    await sequelize.authenticate();
  } catch (error) {
    await close();
    const { host, port, database = '' } = engine.address;
    throw new Error(`The database ${database} at ${host}:${port} cannot be used: ${(error as Error).message}`);
  }
  defineModels(sequelize);
  return { sequelize, engine, close };
}
