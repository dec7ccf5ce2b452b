import type { Config } from '../config.ts';
import type { Works } from '../jobs/queues.ts';
import { fetchArticle } from './blogs/fetchArticle.ts';
import { settleLostFetches } from './blogs/startFetch.ts';
import { checkFeed } from './feeds/checkFeed.ts';
import { checkDueFeeds } from './feeds/feeds.ts';

/** What every kind of job does. */
export function worksOf(config: Config): Works {
  return { 'fetch-article': fetchArticle(config), 'check-feed': checkFeed(config) };
}

/** What a server that runs jobs looks after once a minute. */
export async function lookAfterJobs(): Promise<void> {
  await settleLostFetches();
  await checkDueFeeds();
}
