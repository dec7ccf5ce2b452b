import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Like } from '../server/features/blogs/like.model.ts';
import { Readinglist } from '../server/features/readinglists/readinglist.model.ts';
import { Session } from '../server/features/sessions/session.model.ts';
import { User } from '../server/features/users/user.model.ts';
import { type Client, makeBlog, useServer } from './app.ts';
import { buildServer, type RunningServer, startServer } from './built.ts';
import { administer } from './postgres.ts';

vi.setConfig({ testTimeout: 120_000 });

const CLIENTS = 200;
const server = useServer({ logLevel: 'error' });
let admin: Client;
let tokens: string[];

beforeAll(async () => {
  admin = await server.user();
  // Past sign-up and login: two hundred password hashes would take longer than what is tried here.
  const users = await User.bulkCreate(
    Array.from({ length: CLIENTS }, (_, i) => ({
      username: `reader${i}@example.com`,
      name: `Reader ${i}`,
      passwordHash: '-',
    })),
  );
  tokens = users.map(({ id }) => `token-of-${id}`);
  await Session.bulkCreate(
    users.map(({ id }, i) => ({
      userId: id,
      kind: 'login' as const,
      tokenHash: createHash('sha256')
        .update(tokens[i] as string)
        .digest(),
      lastSeenAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    })),
  );
});

/** How often each status came back, of one request of everybody at the same time. */
async function atOnce(
  everybody: string[],
  request: { method: 'PUT' | 'POST' | 'DELETE'; url: string; payload?: object },
) {
  const answers = await Promise.all(
    everybody.map((token) => server.app.inject({ ...request, headers: { authorization: `Bearer ${token}` } })),
  );
  const statuses: Record<number, number> = {};
  for (const { statusCode } of answers) statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
  return { answers, statuses };
}

describe('at once', () => {
  test('200 clients like one blog: 200 likes; and take them back: none', async () => {
    const { id } = await makeBlog(admin);
    const liked = await atOnce(tokens, { method: 'PUT', url: `/api/blogs/${id}/like` });
    expect(liked.statuses).toEqual({ 200: CLIENTS });
    expect((await admin.get(`/api/blogs/${id}`)).body.likes).toBe(CLIENTS);
    expect(await Like.count({ where: { blogId: id } })).toBe(CLIENTS);
    const back = await atOnce(tokens, { method: 'DELETE', url: `/api/blogs/${id}/like` });
    expect(back.statuses).toEqual({ 200: CLIENTS });
    expect((await admin.get(`/api/blogs/${id}`)).body.likes).toBe(0);
  });

  test('one client likes a blog 50 times: one like', async () => {
    const { id } = await makeBlog(admin, { likes: 7 });
    const { statuses } = await atOnce(Array(50).fill(tokens[0]), { method: 'PUT', url: `/api/blogs/${id}/like` });
    expect(statuses).toEqual({ 200: 50 });
    expect((await admin.get(`/api/blogs/${id}`)).body.likes).toBe(8);
  });

  test('50 requests put one blog on one list: one 201, 49 times 400, one row', async () => {
    const { id: blogId } = await makeBlog(admin);
    const { statuses, answers } = await atOnce(Array(50).fill(tokens[0]), {
      method: 'POST',
      url: '/api/readinglists',
      payload: { blogId },
    });
    expect(statuses).toEqual({ 201: 1, 400: 49 });
    expect(answers.find(({ statusCode }) => statusCode === 400)?.json()).toEqual({
      error: ['this blog is already on the reading list'],
    });
    expect(await Readinglist.count({ where: { blogId } })).toBe(1);
  });

  test('20 delete a blog that 20 others put on their lists: each is answered, and none with a 500', async () => {
    const { id: blogId } = await makeBlog(admin);
    const [adding, removing] = await Promise.all([
      atOnce(tokens.slice(0, 20), { method: 'POST', url: '/api/readinglists', payload: { blogId } }),
      atOnce(Array(20).fill(admin.token), { method: 'DELETE', url: `/api/blogs/${blogId}?force=true` }),
    ]);
    expect(removing.statuses).toEqual({ 204: 1, 404: 19 });
    for (const status of Object.keys(adding.statuses)) expect(['201', '404']).toContain(status);
    expect(await Readinglist.count({ where: { blogId } })).toBe(0);
  });

  test('20 found a team of one name: one team', async () => {
    const { statuses } = await atOnce(tokens.slice(0, 20), {
      method: 'POST',
      url: '/api/teams',
      payload: { name: 'Toska' },
    });
    expect(statuses).toEqual({ 201: 1, 400: 19 });
  });
});

const url = process.env.TEST_DATABASE_URL;

// The embedded engine has one server by its lock: see server/database/embedded.test.ts.
test.skipIf(!url)(
  'two servers started at once on an empty PostgreSQL both come up, and work on one library',
  async () => {
    const name = `carrel_test_${process.pid}_two`;
    await administer(url as string, `CREATE DATABASE ${name}`);
    const main = await buildServer();
    const both: RunningServer[] = [];
    try {
      const DATABASE_URL = Object.assign(new URL(url as string), { pathname: `/${name}` }).href;
      const start = async () => both.push(await startServer(main, { DATABASE_URL }));
      await Promise.all([start(), start()]);
      const migrated = both.flatMap((one) => one.said().match(/Migrated \S+/g) ?? []);
      expect(migrated.length).toBeGreaterThan(8);
      expect(new Set(migrated).size).toBe(migrated.length);
      for (const one of both) expect((await fetch(`${one.url}/health/ready`)).status).toBe(200);
      for (const one of both) one.process.kill('SIGTERM');
      expect(await Promise.all(both.map((one) => one.ended))).toEqual([0, 0]);
    } finally {
      await administer(url as string, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  },
  120_000,
);
