import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleOf, type Client, TestServer } from '../../../test/app.ts';
import { countQueries } from '../../../test/queries.ts';
import { type TestServer as Site, startServer } from '../../reader/server.testing.ts';

const server = new TestServer();
let site: Site;
let admin: Client;
let member: Client;
let isUp = false;

beforeAll(async () => {
  site = await startServer((_request, response) => {
    response.statusCode = isUp ? 200 : 404;
    response.setHeader('content-type', 'text/html');
    response.end('<title>Here after all</title><p>Some words.</p>');
  });
  await server.start({ fetchAllow: ['127.0.0.1'] });
  server.runJobs();
  admin = await server.user('Admin');
  member = await server.user('Member');
});
afterAll(async () => {
  await server.stop();
  await site.close();
});

test('an admin sees what failed and why, and runs it again', async () => {
  const { body: blog } = await member.post('/api/blogs', { url: `${site.origin}/later` });
  await articleOf(member, blog.id, 'failed');
  const { body: failed } = await admin.get('/api/admin/jobs?state=failed');
  expect(failed).toEqual([
    {
      id: expect.any(String),
      kind: 'fetch-article',
      subject: `${site.origin}/later`,
      blogId: blog.id,
      state: 'failed',
      reason: '127.0.0.1 has no page at this address (status 404).',
      attempts: 1,
      createdAt: expect.any(String),
      nextAt: null,
      endedAt: expect.any(String),
    },
  ]);
  isUp = true;
  const again = await admin.post(`/api/admin/jobs/${failed[0].id}/retry`);
  expect(again).toMatchObject({ status: 200, body: { id: failed[0].id, state: 'retrying' } });
  expect(await articleOf(member, blog.id)).toMatchObject({ title: 'Here after all', article: { reason: null } });
  expect((await admin.get('/api/admin/jobs?state=failed')).body).toEqual([]);
  expect((await admin.get('/api/admin/jobs')).body).toMatchObject([{ state: 'done', attempts: 2, reason: null }]);
  expect((await admin.post(`/api/admin/jobs/${failed[0].id}/retry`)).status).toBe(409);
});

test('others may neither see nor run jobs, and there is none of another id', async () => {
  expect((await member.get('/api/admin/jobs')).status).toBe(403);
  expect((await member.post(`/api/admin/jobs/${randomUUID()}/retry`)).status).toBe(403);
  for (const id of [randomUUID(), 'x', '1', '%27'])
    expect((await admin.post(`/api/admin/jobs/${id}/retry`)).status, id).toBe(404);
  expect((await admin.get('/api/admin/jobs?state=lost')).status).toBe(400);
});

describe('the list', () => {
  test('has pages, each of as many queries', async () => {
    await server.stopJobs();
    const add = async (from: number) => {
      for (let i = from; i < from + 10; i++) await member.post('/api/blogs', { url: `https://x.fi/${i}` });
    };
    await add(0);
    await admin.get('/api/admin/jobs');
    const ten = await countQueries(() => admin.get('/api/admin/jobs'));
    await add(10);
    expect(await countQueries(() => admin.get('/api/admin/jobs'))).toBe(ten);
    const whole = (await admin.get('/api/admin/jobs')).body;
    expect(whole.length).toBe(21);
    const seen: unknown[] = [];
    for (let next: string | undefined = '/api/admin/jobs?limit=4'; next; ) {
      const page = await admin.get(next);
      seen.push(...page.body);
      next = /^<(.*)>; rel="next"$/.exec(String(page.headers.link ?? ''))?.[1];
    }
    expect(seen).toEqual(whole);
    const cursor = Buffer.from(JSON.stringify(['newest', 'x', 'y'])).toString('base64url');
    expect((await admin.get(`/api/admin/jobs?cursor=${cursor}`)).status).toBe(400);
  });
});
