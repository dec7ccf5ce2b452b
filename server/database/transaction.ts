import { AsyncLocalStorage } from 'node:async_hooks';
import { Sequelize, type Transaction } from 'sequelize';

/**
 * The running transaction travels with the asynchronous call, not by hand: one forgotten `{ transaction }` would break
 * atomicity, and parallel transactions with one such query each starve the pool (20 of them stopped a pool of 5 for 60 s).
 */
const storage = new AsyncLocalStorage<Map<string, unknown>>();

Sequelize.useCLS({
  get: (key: string) => storage.getStore()?.get(key),
  set: (key: string, value: unknown) => storage.getStore()?.set(key, value),
  bind: (work: unknown) => work,
  run: (work: () => unknown) => storage.run(new Map(), work),
});

/** The transaction that the calling code runs in, if any. */
export function runningTransaction(): Transaction | undefined {
  return (storage.getStore()?.get('transaction') as Transaction | null) ?? undefined;
}

/** Runs `work` in a transaction; every query inside joins it. Inside another transaction it joins that one. */
export async function transaction<T>(sequelize: Sequelize, work: () => Promise<T>): Promise<T> {
  return runningTransaction() ? work() : sequelize.transaction(work);
}

/** Runs `effect` once what the running transaction wrote is there for others; at once where there is none. */
export function afterCommit(effect: () => void): void {
  const running = runningTransaction();
  if (running) running.afterCommit(effect);
  else effect();
}

/**
 * Runs `work` outside of any transaction. For what goes on after the caller: a timer or loop that was begun inside a
 * transaction would otherwise write on its connection long after it had ended.
 */
export function apart<T>(work: () => T): T {
  return storage.run(new Map(), work);
}
