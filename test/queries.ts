import { listenToQueries } from '../server/database/trace.ts';

/** How many statements are sent to the database on behalf of `work`, not counting what goes on beside it. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  await listenToQueries(() => count++, work);
  return count;
}
