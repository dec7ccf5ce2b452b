import { afterAll, describe, expect, test } from 'vitest';
import { isThorough } from '../../test/thorough.ts';
import { extractArticle } from './extractArticle.ts';
import { parseFeed } from './feed.ts';
import { ReaderError } from './readerError.ts';
import { createSandbox } from './sandbox.ts';

// The real limit of 10 s for each page takes six minutes: `CARREL_HOSTILE=1 npx vitest run server/reader/hostile`.
const isFull = process.env.CARREL_HOSTILE === '1';
const TIMEOUT_MS = isFull ? 10_000 : 1500;
const EVERY_DAY = ['a million elements', 'deep nesting', 'one word of 9 MB', 'nested JSON-LD'];
if (isThorough) EVERY_DAY.push('attributes without end');
/** Ending a thread and hearing of it, on a machine that is busy. */
const SLACK_MS = 4000;
const sandbox = createSandbox({ timeoutMs: TIMEOUT_MS });
const url = 'https://example.com/page';
afterAll(() => sandbox.close());

// Each page is written to cost as much as it can; all are smaller than the 10 MiB that the fetcher lets in.
const pages: Record<string, () => string> = {
  'a million elements': () => '<i>'.repeat(1_000_000),
  'a million siblings': () => '<p>x</p>'.repeat(1_000_000),
  'deep nesting': () => `${'<div>'.repeat(200_000)}text`,
  'deep nesting of formatting': () => '<b><i><u><a>'.repeat(50_000),
  'formatting that is opened again and again': () => `${'<b><i><em>'.repeat(300)}${'<p>x'.repeat(20_000)}`,
  'unclosed tables in tables': () => '<table><tr><td>'.repeat(60_000),
  'foster parents': () => `<table>${'<b>x<table>'.repeat(30_000)}`,
  'attributes without end': () => `<p ${Array.from({ length: 400_000 }, (_, index) => `a${index}=1`).join(' ')}>x`,
  'one attribute of 9 MB': () => `<p title="${'x'.repeat(9_000_000)}">x`,
  'one word of 9 MB': () => `<article><p>${'x'.repeat(9_000_000)}</p></article>`,
  'commas for the score': () => `<article>${`<p>${','.repeat(200)}</p>`.repeat(20_000)}</article>`,
  'whitespace for the expressions': () => `<article><p>${' '.repeat(4_000_000)}x</p></article>`,
  'separators in the title': () => `<title>${' - | '.repeat(500_000)}</title><p>x`,
  'a title of spaces': () => `<title>x${' '.repeat(1_000_000)}x</title><h1>${' |'.repeat(200_000)}</h1>`,
  'nested JSON-LD': () => `<script type="application/ld+json">${'['.repeat(400_000)}${']'.repeat(400_000)}</script>`,
  'wide JSON-LD': () =>
    `<script type="application/ld+json">[${'{"@type":"Article"},'.repeat(49_000)}{}]</script>`.repeat(9),
  'JSON-LD that doubles by reference': () =>
    `<script type="application/ld+json">[${Array.from({ length: 30 }, (_, i) => `{"@id":"${i}","@type":"Article","author":[{"@id":"${i + 1}"},{"@id":"${i + 1}"}]}`).join()}]</script>`,
  'a hundred thousand meta elements': () => '<meta property="og:title" content="x">'.repeat(100_000),
  'one meta name again and again': () => `<meta name="${'a '.repeat(20_000)}" content=x>`.repeat(100),
  'data URIs': () => `<img srcset="${'a 1w,'.repeat(1_000_000)}">`,
  'srcset of spaces': () => `<img srcset="${'a'.repeat(100_000)}${' '.repeat(100_000)},,">`,
  'nested templates': () => '<template>'.repeat(100_000),
  'nested svg': () => '<svg><foreignObject><math><mtext>'.repeat(30_000),
  'nested noscript images': () => '<noscript><img src=x>'.repeat(50_000),
  'code in code': () => '<pre><code>'.repeat(30_000),
  'br without end': () => `<div>${'<br>'.repeat(500_000)}</div>`,
  'anchors to anchors': () =>
    Array.from({ length: 30_000 }, (_, i) => `<p><a id=a${i} href="#a${i + 1}">x, y</a> text`).join(''),
};

/** The thread is there and reads an ordinary page; on a busy machine the first try may be too slow. */
async function warmUp() {
  const read = async () => (await extractArticle('<title>Ordinary</title><p>Text', url, { sandbox })).title;
  await expect.poll(() => read().catch((error) => error.message), { timeout: 60_000 }).toBe('Ordinary');
}

/** How it ended, how long it took, and how far the memory of the process rose meanwhile. */
async function cost(run: () => Promise<unknown>) {
  const start = performance.now();
  const before = process.memoryUsage().rss;
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const outcome = await run().then(
    () => 'read',
    (error) => (error instanceof ReaderError ? error.code : `unexpected: ${error.stack}`),
  );
  clearInterval(sampling);
  const ms = Math.round(performance.now() - start);
  return { outcome, ms, mb: Math.round((most - before) / 1024 / 1024) };
}

describe('a hostile page costs its ten seconds and its memory, never the process', () => {
  const measured: string[] = [];
  afterAll(() => console.log(measured.join('\n')));

  const tried = Object.entries(pages).filter(([name]) => isFull || EVERY_DAY.includes(name));
  test.each(tried)('%s', { timeout: 180_000 }, async (name, make) => {
    const html = make();
    await warmUp(); // a new thread takes seconds to start, the page does not pay
    const { outcome, ms, mb } = await cost(() => extractArticle(html, url, { sandbox }));
    measured.push(`${name}: ${outcome}, ${ms} ms, ${mb} MB more at most`);
    expect(['read', 'too-complex', 'unreadable']).toContain(outcome);
    expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS);
    await warmUp();
  });

  test('memory: the thread is ended at its limit, not the process', { timeout: 120_000 }, async () => {
    const memoryMb = isFull ? 256 : 128;
    const patient = createSandbox({ timeoutMs: 60_000, memoryMb });
    const html = '<p>x</p>'.repeat(1_200_000);
    await patient.run('article', { html: '<p>warm', url });
    const { outcome, ms, mb } = await cost(() => extractArticle(html, url, { sandbox: patient }));
    measured.push(`memory alone, ${memoryMb} MB: ${outcome}, ${ms} ms, ${mb} MB more at most`);
    expect(outcome).toBe('too-complex');
    expect(mb).toBeLessThan(memoryMb + 150); // strings of the page itself are not of the heap that is limited
    await patient.close();
  });

  test('feeds: entities that multiply, entries without end', { timeout: 180_000 }, async () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(20)}">`).join('');
    const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]><rss version="2.0"><channel><title>&e20;</title></channel></rss>`;
    const many = `<rss version="2.0"><channel><title>T</title>${'<item><link>https://a.example/</link></item>'.repeat(100_000)}</channel></rss>`;
    const deep = `<rss version="2.0"><channel>${'<a>'.repeat(300_000)}`;
    for (const feed of [laughs, many, deep]) {
      await warmUp();
      const { outcome, ms, mb } = await cost(() => parseFeed(Buffer.from(feed), '', url, { sandbox }));
      measured.push(`feed: ${outcome}, ${ms} ms, ${mb} MB more at most`);
      expect(['read', 'too-complex', 'unreadable']).toContain(outcome);
      expect(ms).toBeLessThan(TIMEOUT_MS + SLACK_MS);
    }
  });
});
