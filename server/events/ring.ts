import { setTimeout as sleep } from 'node:timers/promises';
import { apart } from '../database/transaction.ts';
import { notifyListeners } from './events.sql.ts';

const GATHER_MS = 10; // one notification for all that commits within this time

let isDue = false;
let last: Promise<void> = Promise.resolve();

/**
 * Has everybody who listens look at the log, soon; to be called when what was published is committed. Apart from it, and once
 * for many: PostgreSQL lets only one transaction that notifies commit at a time, each waiting for its disk (a third of the
 * commits, for twice the processor time). Should it fail, or this process die first, they look by themselves at the next
 * notification, or beat: what was published is in the log.
 */
export function ring(): void {
  if (isDue) return;
  isDue = true;
  last = apart(ringLater).catch(() => {});
}

async function ringLater(): Promise<void> {
  await sleep(GATHER_MS);
  isDue = false; // what commits from here on may come too late for this one
  await notifyListeners();
}

/** Waits until whatever was published by this process has been told to those who listen; before the database is closed. */
export function rung(): Promise<void> {
  return last;
}
