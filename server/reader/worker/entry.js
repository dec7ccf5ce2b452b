// The worker's side of ../sandbox.ts. Everything in this folder that runs is plain JavaScript, checked through JSDoc:
// a worker is started by Node itself, from the sources under vitest and from dist in production, and Node 20 cannot
// load TypeScript. So both run the very same files, and no test needs a build before it.
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { readArticle } from './article.js';
import { readFeed } from './feed.js';
import { readFeedLinks } from './feedLinks.js';
import { readOpml, writeOpml } from './opml.js';
import { readPdf } from './pdf.js';
import { readPlainText } from './plainText.js';

/** @type {Record<string, (input: any) => unknown>} */
const tasks = {
  article: readArticle,
  text: readPlainText,
  pdf: readPdf,
  feed: readFeed,
  feedLinks: readFeedLinks,
  readOpml,
  writeOpml,
};

parentPort?.on('message', ({ task, input }) => {
  try {
    const value = tasks[task]?.(input);
    parentPort?.postMessage({ value, heapUsed: getHeapStatistics().used_heap_size });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    parentPort?.postMessage({ error: { name, message }, heapUsed: getHeapStatistics().used_heap_size });
  }
});
parentPort?.postMessage({ ready: true });
