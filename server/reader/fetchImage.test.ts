import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchImage } from './fetchImage.ts';
import { startServer, type TestServer } from './server.testing.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>';
const files: Record<string, [string, Buffer | string]> = {
  '/a.png': ['image/png', PNG],
  '/vague': ['application/octet-stream', PNG],
  '/a.svg': ['text/plain', SVG],
  '/a.avif': ['image/avif', Buffer.from('0000001c6674797061766966', 'hex')],
  '/a.webp': ['image/webp', Buffer.from('52494646000000005745425056503820', 'hex')],
  '/page': ['image/png', '<!doctype html><script>alert(1)</script><svg></svg>'],
  '/empty': ['image/png', ''],
};
let server: TestServer;

beforeAll(async () => {
  server = await startServer((request, response) => {
    const file = files[request.url ?? ''];
    if (request.url === '/moved') return response.writeHead(302, { location: '/a.png' }).end();
    if (request.url === '/inside') return response.writeHead(302, { location: 'http://127.0.0.2/a.png' }).end();
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
  });
});
afterAll(() => server.close());

const get = (path: string, options = {}) =>
  fetchImage(`${server.origin}${path}`, { allow: [`127.0.0.1:${server.port}`], ...options });

test.each([
  ['/a.png', 'image/png'],
  ['/vague', 'image/png'],
  ['/moved', 'image/png'],
  ['/a.svg', 'image/svg+xml'],
  ['/a.avif', 'image/avif'],
  ['/a.webp', 'image/webp'],
])('%s is %s, whatever the site says', async (path, type) => {
  expect((await get(path)).type).toBe(type);
});

test('what is no picture, too large, missing or inside is refused', async () => {
  for (const path of ['/page', '/empty']) await expect(get(path)).rejects.toMatchObject({ code: 'unsupported-type' });
  await expect(get('/a.png', { maxBytes: 20 })).rejects.toMatchObject({ code: 'too-large' });
  await expect(get('/nothing')).rejects.toMatchObject({ code: 'status', status: 404 });
  await expect(get('/inside')).rejects.toMatchObject({ code: 'forbidden-address' });
  await expect(get('/a.png', { allow: [] })).rejects.toMatchObject({ code: 'forbidden-address' });
});
