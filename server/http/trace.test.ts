import fastify, { type FastifyInstance } from 'fastify';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useServer } from '../../test/app.ts';
import { rows } from '../database/sql.ts';
import { User } from '../features/users/user.model.ts';
import { requestIds, trace } from './trace.ts';

const server = useServer();
const lines: { msg: string; reqId: string; route: string; sql: string; ms: number }[] = [];
let app: FastifyInstance;

beforeAll(async () => {
  const stream = { write: (line: string) => lines.push(JSON.parse(line)) };
  app = fastify({ logger: { level: 'warn', stream }, genReqId: requestIds(true) });
  await app.register(trace, { slowMs: 20 });
  app.post('/sleep/:id', async () => rows(sql`SELECT pg_sleep(0.03), 'private words'`));
});
afterAll(() => app.close());

test('a slow query is logged with its route and the id of its request, and without values', async () => {
  const asked = { method: 'POST' as const, url: '/sleep/17', payload: { any: 'body' } };
  const { headers } = await app.inject({ ...asked, headers: { 'x-request-id': 'from-the-proxy' } });
  expect(headers['x-request-id']).toBe('from-the-proxy');
  expect(lines).toMatchObject([
    { msg: 'slow query', route: 'POST /sleep/:id', reqId: 'from-the-proxy', sql: "SELECT pg_sleep(0.03), '…'" },
  ]);
  expect(lines[0]?.ms).toBeGreaterThanOrEqual(29);
});

test('an answer tells its id, each another one, and its times where they are asked for', async () => {
  const user = await server.user();
  const plain = await user.get('/api/blogs');
  const asked = await user.send({
    method: 'GET',
    url: '/api/blogs',
    headers: { 'x-server-timing': '1', 'x-request-id': 'made up' },
  });
  expect(plain.headers['server-timing']).toBeUndefined();
  expect(asked.headers['server-timing']).toMatch(/^db;dur=[\d.]+;desc="2 queries", total;dur=[\d.]+$/);
  expect(asked.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-\w+$/);
  expect(asked.headers['x-request-id']).not.toBe(plain.headers['x-request-id']);
});

test('queries of models count too, those of a request with a body as well', async () => {
  const user = await server.user();
  const { headers } = await user.send({
    method: 'PUT',
    url: `/api/users/${user.username}`,
    payload: { name: 'Renamed' },
    headers: { 'x-server-timing': '1' },
  });
  expect(Number(/desc="(\d+)/.exec(String(headers['server-timing']))?.[1])).toBeGreaterThan(3);
  expect((await User.findByPk(user.id))?.name).toBe('Renamed');
});
