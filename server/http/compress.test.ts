import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../test/app.ts';

const server = useServer();
let user: Client;

beforeAll(async () => {
  user = await server.user();
  for (let i = 0; i < 10; i++) await makeBlog(user);
});

function ask(url: string, encoding?: string) {
  const headers = { authorization: `Bearer ${user.token}`, ...(encoding && { 'accept-encoding': encoding }) };
  return server.app.inject({ url, headers });
}

test.each(['gzip', 'gzip, deflate, br, zstd', 'br;q=1.0, gzip;q=0.8'])(
  'a list comes gzipped to who takes %s',
  async (encoding) => {
    const plain = await ask('/api/blogs');
    const small = await ask('/api/blogs', encoding);
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect(Number(small.headers['content-length'])).toBe(small.rawPayload.length);
    expect(JSON.parse(gunzipSync(small.rawPayload).toString())).toEqual(plain.json());
  },
);

test.each([undefined, 'br', 'identity', 'gzip;q=0', 'notgzip'])('as it is to who says %s', async (encoding) => {
  const { headers } = await ask('/api/blogs', encoding);
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers.vary).toBe('accept-encoding');
});

test('a short answer is left as it is', async () => {
  expect((await ask('/api/blogs?limit=1', 'gzip')).headers['content-encoding']).toBeUndefined();
});
