import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Config } from '../../server/config.ts';
import { TestServer } from '../app.ts';
import { isThorough } from '../thorough.ts';
import { fillLibrary, isWhole, TOKENS } from './library.ts';
import { examplesOf, requestsTo, routesOf } from './requests.ts';

/** Made-up requests to each route in each mode, beside the known ones. 1000 take some minutes. */
const RUNS = Number(process.env.CARREL_FUZZ_RUNS ?? (isThorough ? 8 : 6));

/** What no answer may hold: a stack, SQL, a hash, the names of our tools and columns. */
const INSIDE =
  /\n +at |\.[jt]s:\d|node_modules|\$argon2|password_?hash|token_?hash|FST_ERR|sequelize|SELECT |INSERT INTO|UPDATE "|DELETE FROM|syntax error at|relation "|violates/i;

/** Sends made-up requests to every route of the OpenAPI document, so that a new route is tried by itself. */
export async function fuzzEveryRoute(overrides: Partial<Config>, { examples = true } = {}): Promise<void> {
  const server = new TestServer();
  await server.start({ loginFailures: 1_000_000, ...overrides }); // here, because the tests are named after its routes
  afterAll(() => server.stop());
  // Only what was written to is filled anew: that takes longer than most requests.
  const library = { isFresh: false };
  beforeEach(async () => {
    if (!library.isFresh) await fillLibrary();
    library.isFresh = true;
  });

  const routes = routesOf(server.app);
  test('the document has the routes to try', () => expect(routes.length).toBeGreaterThan(45));

  test.each(routes)(
    '$method $path',
    async (route) => {
      library.isFresh = route.method === 'GET'; // made-up requests seldom have another method, and then a path of the same
      const headers = { authorization: `Bearer ${TOKENS.admin}` };
      for (const request of examples ? examplesOf(route) : [])
        await checkAnswer(server, { ...request, headers: { ...headers, ...request.headers } });
      const property = fc.asyncProperty(requestsTo(route).chain(asSomebody), async (request) => {
        await checkAnswer(server, request);
        if (isThorough) await checkServes(server);
      });
      await fc.assert(property, {
        numRuns: RUNS,
        interruptAfterTimeLimit: 600_000,
        ...(process.env.CARREL_FUZZ_SEED && { seed: Number(process.env.CARREL_FUZZ_SEED) }),
      });
      await checkServes(server);
    },
    660_000,
  );
}

/** The request as one of those who may ask, unless it says itself who asks. */
function asSomebody(request: InjectOptions): fc.Arbitrary<InjectOptions> {
  return fc.constantFrom(TOKENS.admin, TOKENS.member, undefined).map((token) => ({
    ...request,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...request.headers },
  }));
}

/** Fails when a request gets an answer that no input may get. */
async function checkAnswer(server: TestServer, request: InjectOptions): Promise<void> {
  server.faults.splice(0); // left over where the case before failed, while a smaller one is looked for
  const response = await server.app.inject(request);
  const { statusCode: status, body } = response;
  expect(status, `${request.method} ${request.url} ${String(request.payload).slice(0, 200)}: ${body}`).toBeLessThan(
    500,
  );
  expect(server.faults.splice(0), 'answers that the OpenAPI document does not allow').toEqual([]);
  const isOurs = !String(request.url).startsWith('/api/docs') || status >= 400; // the page's own scripts speak of all that
  if (isOurs) expect(body).not.toMatch(INSIDE);
  if (status >= 400 && request.method !== 'HEAD') expectSentences(response.headers['content-type'], body);
  // Undone at once, or the next requests would only meet a closed door.
  if (request.method !== 'GET' && status < 300 && !(await isWhole())) await fillLibrary();
}

/** Fails when the server no longer answers somebody else. */
async function checkServes(server: TestServer): Promise<void> {
  const healthy = await server.app.inject({
    url: '/api/notes',
    headers: { authorization: `Bearer ${TOKENS.bystander}` },
  });
  expect(healthy.statusCode, healthy.body).toBe(200);
}

function expectSentences(contentType: unknown, body: string): void {
  expect(contentType).toMatch(/^application\/json/);
  const { error, ...rest } = JSON.parse(body);
  expect(rest).toEqual({});
  expect([error].flat().length).toBeGreaterThan(0);
  for (const sentence of [error].flat()) expect(sentence).toMatch(/\S/);
}
