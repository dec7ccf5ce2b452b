import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildServer, type RunningServer, startServer, temporaryFolder } from '../../test/built.ts';
import { administer } from '../../test/postgres.ts';
import { type TestServer as Site, startServer as startSite } from '../reader/server.testing.ts';

vi.setConfig({ testTimeout: 120_000 });

const { TEST_DATABASE_URL } = process.env;
const NAME = `carrel_restart_${process.pid}`;
let site: Site;
let main: string;
let env: Record<string, string>;
const clean: (() => unknown)[] = [];
/** What a page's request is answered with: nothing while `held`, as a site that takes its time. */
let held: ((response: ServerResponse) => void) | undefined;
let asked = 0;

const send = (response: ServerResponse) => {
  response.setHeader('content-type', 'text/html');
  response.end('<title>It arrived</title><p>Some words.</p>');
};

beforeAll(async () => {
  const { folder, remove } = temporaryFolder();
  main = await buildServer();
  clean.push(remove);
  site = await startSite((_request, response) => {
    asked++;
    (held ?? send)(response);
  });
  env = { CARREL_DATA: folder, CARREL_FETCH_ALLOW: '127.0.0.1' };
  if (!TEST_DATABASE_URL) return;
  await administer(TEST_DATABASE_URL, `CREATE DATABASE ${NAME}`);
  clean.push(() => administer(TEST_DATABASE_URL, `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`));
  const url = new URL(TEST_DATABASE_URL);
  url.pathname = `/${NAME}`;
  env.DATABASE_URL = url.href;
}, 180_000);
afterAll(async () => {
  await site.close();
  for (const undo of clean) await undo();
});

let token = '';
async function call(server: RunningServer, method: string, path: string, body?: object) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${server.url}/api${path}`, { method, headers, body: body && JSON.stringify(body) });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  return (await response.json()) as any;
}
const arrives = (server: RunningServer, id: number) =>
  vi.waitFor(async () => expect(await call(server, 'GET', `/blogs/${id}`)).toMatchObject({ title: 'It arrived' }), {
    timeout: 60_000,
    interval: 200,
  });

test('a page that was being fetched arrives after the server was killed, or stopped, and started again', async () => {
  let server = await startServer(main, env);
  const account = { username: 'ann@example.com', name: 'Ann', password: 'correct horse' };
  await call(server, 'POST', '/users', account);
  token = (await call(server, 'POST', '/login', account)).token;

  for (const [signal, code] of [
    ['SIGKILL', 'SIGKILL'],
    ['SIGTERM', 0],
  ] as const) {
    held = () => {};
    const before = asked;
    const { id } = await call(server, 'POST', '/blogs', { url: `${site.origin}/${signal}` });
    await vi.waitFor(() => expect(asked).toBe(before + 1), { timeout: 30_000 });
    server.process.kill(signal);
    expect(await server.ended, server.said()).toBe(code);
    held = undefined;
    server = await startServer(main, env);
    await arrives(server, id);
    expect(await call(server, 'GET', '/admin/jobs?state=failed')).toEqual([]);
  }
  server.process.kill('SIGTERM');
  expect(await server.ended, server.said()).toBe(0);
});
