import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractArticle, readFetchedPage } from './extractArticle.ts';
import { fetchPage } from './fetchPage.ts';
import { faults, fixtureBytes, fixtures } from './fixtures.testing.ts';
import { startServer, type TestServer } from './server.testing.ts';
import { closeReader } from './sharedSandbox.ts';

let server: TestServer;
let right = 0;
const times: number[] = [];

beforeAll(async () => {
  await extractArticle('', 'http://localhost/'); // a new thread takes seconds to start, which is not a page's time
  server = await startServer((request, response) => {
    const fixture = fixtures.find(({ path }) => path === request.url);
    if (!fixture) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': fixture.contentType, ...fixture.headers }).end(fixtureBytes(fixture));
  });
}, 60_000);

afterAll(async () => {
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  console.log(
    `${right} of ${fixtures.length} pages right; ms per page: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`,
  );
  await server.close();
  await closeReader();
});

describe('pages of many kinds, from the address to the text', () => {
  test.each(fixtures)('$kind', { timeout: 30_000 }, async (fixture) => {
    const page = await fetchPage(server.origin + fixture.path, { allow: ['127.0.0.1'] });
    if (page.kind === 'unchanged') throw new Error('unexpected 304');
    const start = performance.now();
    const article = await readFetchedPage(page);
    times.push(performance.now() - start);
    expect(faults(article, fixture, server.origin)).toEqual([]);
    right++;
  });
});
