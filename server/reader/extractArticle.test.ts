import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractArticle, readFetchedPage } from './extractArticle.ts';
import { fetchPage } from './fetchPage.ts';
import { faults, fixtureBytes, fixtures } from './fixtures.testing.ts';
import { createSandbox } from './sandbox.ts';
import { startServer, type TestServer } from './server.testing.ts';

let server: TestServer;
let right = 0;
const times: number[] = [];
const cpuTimes: number[] = [];
// Whether a page comes out right must not hang on how busy the machine is; the limit itself is tried in hostile.test.ts.
const sandbox = createSandbox({ timeoutMs: 60_000 });

beforeAll(async () => {
  await extractArticle('', 'http://localhost/', { sandbox }); // a new thread takes seconds to start, which is not a page's time
  server = await startServer((request, response) => {
    const fixture = fixtures.find(({ path }) => path === request.url);
    if (!fixture) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': fixture.contentType, ...fixture.headers }).end(fixtureBytes(fixture));
  });
}, 60_000);

afterAll(async () => {
  const summary = (values: number[]) => {
    values.sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0);
    return `median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`;
  };
  console.log(`${right} of ${fixtures.length} pages right`);
  console.log(`ms per page: ${summary(times)}; of processor time: ${summary(cpuTimes)}`);
  await server.close();
  await sandbox.close();
});

describe('pages of many kinds, from the address to the text', () => {
  test.each(fixtures)('$kind', { timeout: 90_000 }, async (fixture) => {
    const page = await fetchPage(server.origin + fixture.path, { allow: ['127.0.0.1'] });
    if (page.kind === 'unchanged') throw new Error('unexpected 304');
    const start = performance.now();
    const before = process.cpuUsage();
    const article = await readFetchedPage(page, { sandbox });
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    cpuTimes.push((user + system) / 1000);
    expect(faults(article, fixture, server.origin)).toEqual([]);
    right++;
  });
});
