/**
 * Measures the web client in Chromium, on a server of its own with 10,000 rows in the reading list:
 *
 *   npm run measure:web -- [cold loads, 5] [--short, without the walk through all rows]
 *
 * It prints and judges nothing, because a busy machine is slower; docs/performance.md has what was measured.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openEmbeddedInMemory } from '../../server/database/embedded.ts';
import { launchBrowser, openContext, slowDown, useSession } from './chromium.ts';
import { seedLongList } from './long-list.ts';
import { serve, signUp } from './server.ts';

const RUNS = Number(process.argv[2] ?? 5);
const ROWS = 10_000;
const SLOWER = 4;
const LONG_MS = 50; // a task of the page that is longer keeps a key or a finger waiting

/** Notes when the first row can be seen: after the frame that it is drawn in. */
const WATCH = `window.rowsAt = new Promise((tell) => new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-index] a')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
}).observe(document, { childList: true, subtree: true }));`;

/** Notes every task of the page that takes longer than LONG_MS. */
const WATCH_LONG = `new PerformanceObserver((list) => {
  (window.longTasks ??= []).push(...list.getEntries().map(({ duration }) => Math.round(duration)));
}).observe({ type: 'longtask', buffered: true });`;

interface ColdLoad {
  'first byte': number;
  'first paint': number;
  'rows there': number;
  'a key answered': number;
  /** Time that the page itself was busy with, so other programs disturb it less. */
  busy: number;
  requests: number;
}

/** A load with nothing in the browser's cache, in milliseconds from its beginning. */
async function loadCold(browser: Browser, url: string, token: string): Promise<ColdLoad> {
  const context = await openContext(browser, url);
  await useSession(context, url, token);
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const busy = await watchBusy(page);
  await slowDown(page, SLOWER);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('[data-index="0"]').waitFor();
  await page.keyboard.press('j');
  await page.locator('[data-index="0"] :focus').waitFor();
  const load = await page.evaluate<Omit<ColdLoad, 'busy'>>(`window.rowsAt.then((rowsAt) => ({
    'first byte': performance.getEntriesByType('navigation')[0].responseStart,
    'first paint': performance.getEntriesByName('first-contentful-paint')[0].startTime,
    'rows there': rowsAt,
    'a key answered': performance.now(),
    requests: 1 + performance.getEntriesByType('resource').filter((entry) => entry.startTime < rowsAt).length,
  }))`);
  const busyMs = await busy();
  await context.close();
  return { ...load, busy: busyMs };
}

/** Tells how long the page has been busy since: scripts, styles, layout and painting, in milliseconds. Before slowDown: it ends that. */
async function watchBusy(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

/** What somebody does in the client, each with the long tasks that it causes and how long until its end can be seen. */
const DEEDS: { name: string; run: (page: Page) => Promise<void> }[] = [
  {
    name: 'reading list, loaded by its address',
    run: async (page) => {
      await page.goto('/');
      await page.locator('[data-index="0"]').waitFor();
    },
  },
  {
    name: 'to a blog',
    run: async (page) => {
      await page.locator('[data-index="0"] a').first().click();
      await page
        .getByRole('region', { name: 'Notes on this blog' })
        .getByRole('button', { name: 'Write a note' })
        .waitFor();
    },
  },
  {
    name: 'to the library',
    run: async (page) => {
      await page.getByRole('link', { name: 'Library' }).first().click();
      await page.locator('[data-index="0"]').waitFor();
    },
  },
  {
    name: 'to the search, and a word typed',
    run: async (page) => {
      await page.getByRole('link', { name: 'Search' }).first().click();
      await page.getByRole('textbox', { name: 'Search everything' }).pressSequentially('number 42', { delay: 60 });
      await page.getByRole('listitem').filter({ hasText: 'Reading number' }).first().waitFor();
    },
  },
  {
    name: 'back to the reading list',
    run: async (page) => {
      await page.getByRole('link', { name: 'Reading list' }).first().click();
      await page.locator('[data-index="0"]').waitFor();
    },
  },
  {
    name: 'typed into its search box',
    run: async (page) => {
      await page
        .getByRole('searchbox')
        .or(page.getByPlaceholder('Search title or author'))
        .first()
        .pressSequentially('number 99', { delay: 60 });
      await page.locator('[data-index="0"]').filter({ hasText: 'number 99' }).waitFor();
    },
  },
  {
    name: 'a page down, thirty times',
    run: async (page) => {
      await page.goto('/?tab=all');
      await page.locator('[data-index="0"]').waitFor();
      for (let n = 0; n < 30; n++) {
        await page.evaluate('window.scrollBy(0, 700)');
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
      }
    },
  },
];

/** Does all of DEEDS on a slowed page and prints what each took. */
async function timeDeeds(browser: Browser, url: string, token: string): Promise<void> {
  const context = await openContext(browser, url);
  await useSession(context, url, token);
  const page = await context.newPage();
  await page.addInitScript(WATCH_LONG);
  const busy = await watchBusy(page);
  await slowDown(page, SLOWER);
  print(`What somebody does, ${SLOWER}x slower processor: ms until it can be seen, ms busy, tasks over ${LONG_MS} ms:`);
  for (const { name, run } of DEEDS) {
    await page.evaluate('window.longTasks = []');
    const [began, before] = [performance.now(), await busy()];
    await run(page);
    const took = performance.now() - began;
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    const long = await page.evaluate<number[]>('window.longTasks ?? []');
    print(
      `  ${name.padEnd(36)} ${Math.round(took)}   ${Math.round((await busy()) - before)}   ${long.join(' ') || 'none'}`,
    );
  }
  await context.close();
}

/** Scrolls through the whole list and back. @returns the most rows that were in the document at once. */
async function scrollThrough(page: Page): Promise<number> {
  let most = 0;
  for (let end = 0; end < 1; ) {
    await page.keyboard.press('End');
    most = Math.max(most, await page.locator('[data-index]').count());
    end = await page.locator(`[data-index="${ROWS - 1}"]`).count();
  }
  for (const place of [0.8, 0.5, 0.2, 0]) {
    await page.evaluate(`window.scrollTo(0, document.body.scrollHeight * ${place})`);
    most = Math.max(most, await page.locator('[data-index]').count());
  }
  await page.locator('[data-index="0"]').waitFor();
  return most;
}

/** What scripts hold after the garbage is collected, in megabytes. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** From a key to the frame that shows what it did, in milliseconds: the slowest of some. */
async function timeKeys(page: Page): Promise<number> {
  await page.evaluate(`new PerformanceObserver((list) => {
    window.slowest = Math.max(window.slowest ?? 0, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'event', durationThreshold: 16 })`);
  for (const key of ['j', 'j', 'm', 'j', 'l', 'k', 'm', 'z']) {
    await page.keyboard.press(key);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  }
  return page.evaluate<number>('window.slowest ?? 0');
}

async function measure(browser: Browser, context: BrowserContext, url: string, token: string): Promise<void> {
  await loadCold(browser, url, token); // the server's own first answers are slower, and not what is asked for
  const loads: ColdLoad[] = [];
  for (let run = 0; run < RUNS; run++) loads.push(await loadCold(browser, url, token));
  print(
    `Cold load of the reading list, ${SLOWER}x slower processor, ms from the beginning, median and all of ${RUNS}:`,
  );
  for (const name of Object.keys(loads[0] ?? {}) as (keyof ColdLoad)[]) {
    const times = loads.map((load) => Math.round(load[name])).sort((a, b) => a - b);
    print(`  ${name.padEnd(16)} ${times[Math.floor(RUNS / 2)]}   (${times.join(' ')})`);
  }

  await timeDeeds(browser, url, token);
  if (process.argv.includes('--short')) return;

  const page = await context.newPage();
  await page.goto('/');
  await page.locator('[data-index="0"]').waitFor();
  print(`Heap of the page with the first rows: ${(await heapOf(page)).toFixed(1)} MB.`);
  const most = await scrollThrough(page);
  print(`Scrolled through ${ROWS} rows and back: at most ${most} in the document at once.`);
  print(`Heap of the page then: ${(await heapOf(page)).toFixed(1)} MB.`);
  print(`From a key to its frame with all of them loaded: at most ${Math.round(await timeKeys(page))} ms.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [server, browser] = await Promise.all([openEmbeddedInMemory().then((engine) => serve(engine)), launchBrowser()]);
try {
  const { token } = await signUp(server.url, 'Matti Luukkainen');
  await seedLongList(1, ROWS);
  const context = await openContext(browser, server.url);
  await useSession(context, server.url, token);
  await measure(browser, context, server.url, token);
} finally {
  await browser.close();
  await server.stop();
}
