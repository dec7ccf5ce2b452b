import { AsyncLocalStorage } from 'node:async_hooks';

/** Hears of every statement that runs on its behalf, with how long it took in milliseconds. */
export type QueryListener = (text: string, ms: number) => void;

const storage = new AsyncLocalStorage<QueryListener>();

/** Runs `work`; what it, and whatever it starts, asks the database is told to `listener`. */
export function listenToQueries<T>(listener: QueryListener, work: () => T): T {
  return storage.run(listener, work);
}

/** Where somebody listens, how long a query takes is measured; where nobody does, it costs one look. */
export function timed<T>(text: string, query: () => Promise<T>): Promise<T> {
  const listener = storage.getStore();
  return listener ? measured(text, query, listener) : query();
}

async function measured<T>(text: string, query: () => Promise<T>, listener: QueryListener): Promise<T> {
  const began = performance.now();
  try {
    return await query();
  } finally {
    listener(text, performance.now() - began);
  }
}

/** For Sequelize, which measures by itself and begins its text with "Executed (default): ". */
export function heardFromSequelize(text: string, ms = 0): void {
  storage.getStore()?.(text.replace(/^Executed \(.*?\): /, ''), ms);
}
