import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FetchedPage, type FetchOptions, fetchPage } from './fetchPage.ts';
import type { ReaderError } from './readerError.ts';
import { startServer, type TestServer } from './server.testing.ts';

// Real time passes in these tests; on a busy machine more of it.
vi.setConfig({ testTimeout: 30_000 });
const PAGE = '<!doctype html><title>Hello</title><p>A page.';
const zstd = (zlib as unknown as { zstdCompressSync?: (bytes: Buffer) => Buffer }).zstdCompressSync;
const bombs = {
  gzip: zlib.gzipSync(Buffer.alloc(100 << 20), { level: 1 }),
  br: zlib.brotliCompressSync(Buffer.alloc(100 << 20), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
};
let server: TestServer;
let seen: IncomingMessage[] = [];

function html(response: ServerResponse, body: Buffer | string, headers: Record<string, string> = {}) {
  response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
}

const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/page': (_, response) => html(response, PAGE, { etag: '"v1"', 'x-robots-tag': 'noarchive' }),
  '/gzip': (_, response) => html(response, zlib.gzipSync(PAGE), { 'content-encoding': 'gzip' }),
  '/cut-gzip': (_, response) => html(response, zlib.gzipSync(PAGE).subarray(0, -8), { 'content-encoding': 'gzip' }),
  '/deflate': (_, response) => html(response, zlib.deflateSync(PAGE), { 'content-encoding': 'deflate' }),
  '/raw-deflate': (_, response) => html(response, zlib.deflateRawSync(PAGE), { 'content-encoding': 'deflate' }),
  '/br': (_, response) => html(response, zlib.brotliCompressSync(PAGE), { 'content-encoding': 'br' }),
  '/zstd': (_, response) => html(response, zstd?.(Buffer.from(PAGE)) ?? '', { 'content-encoding': 'zstd' }),
  '/twice': (_, response) => html(response, zlib.gzipSync(zlib.gzipSync(PAGE)), { 'content-encoding': 'gzip, gzip' }),
  '/layers': (_, response) => html(response, PAGE, { 'content-encoding': 'gzip, gzip, gzip, gzip' }),
  '/broken-gzip': (_, response) => html(response, 'this is not gzip', { 'content-encoding': 'gzip' }),
  '/lzw': (_, response) => html(response, PAGE, { 'content-encoding': 'compress' }),
  '/bomb': (_, response) => html(response, bombs.gzip, { 'content-encoding': 'gzip' }),
  '/br-bomb': (_, response) => html(response, bombs.br, { 'content-encoding': 'br' }),
  '/announced': (_, response) => html(response, '', { 'content-length': '99999999' }),
  '/endless': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const write = () => response.destroyed || response.write(Buffer.alloc(1 << 20, 'x'), () => setImmediate(write));
    write();
  },
  '/empty-members': (_, response) => {
    const members = Buffer.concat(Array(1 << 15).fill(zlib.gzipSync('')));
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    const write = () => response.destroyed || response.write(members, () => setImmediate(write));
    write();
  },
  '/drip': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/cut-off': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' }).write(PAGE);
    setTimeout(() => response.destroy(), 30);
  },
  '/loop': (_, response) => response.writeHead(302, { location: '/loop2' }).end(),
  '/loop2': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/moved': (_, response) => response.writeHead(301, { location: 'page' }).end(),
  '/mixed': (_, response) => response.writeHead(302, { location: '/moved' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-login': (_, response) => response.writeHead(302, { location: 'http://a:b@example.com/' }).end(),
  '/to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/to-other-port': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/down': (_, response) => response.writeHead(503).end(),
  '/film': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).write('x'),
  '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7\n'),
  '/big-pdf': (_, response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.alloc(11 << 20, '%PDF-')),
  '/pdf-as-text': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('%PDF-1.7\n'),
  '/text': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('Words.'),
  '/feed-as-html': (_, response) => html(response, '<?xml version="1.0"?>\n<!-- x --><rss version="2.0">'),
  '/xhtml-as-xml': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/xml' }).end(`<?xml version="1.0"?>${PAGE}`),
  '/no-type': (_, response) => response.writeHead(200).end(PAGE),
  '/binary': (_, response) => response.writeHead(200).end(Buffer.from([1, 0, 2, 0])),
};

beforeAll(async () => {
  server = await startServer((request, response) => {
    seen.push(request);
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const hop = /^\/hop(\d)$/.exec(pathname)?.[1];
    if (hop) response.writeHead(302, { location: hop === '1' ? '/page' : `/hop${Number(hop) - 1}` }).end();
    else if (request.headers['if-none-match'] === '"v1"') response.writeHead(304, { etag: '"v1"' }).end();
    else routes[pathname]?.(request, response);
  });
});
afterAll(() => server.close());

async function get(path: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const page = await fetchPage(server.origin + path, { allow: ['127.0.0.1'], ...options });
  if (page.kind === 'unchanged') throw new Error('unexpected 304');
  return page;
}

async function failure(path: string, options: FetchOptions = {}): Promise<ReaderError> {
  const url = path.startsWith('/') ? server.origin + path : path;
  const error = await fetchPage(url, { allow: [`127.0.0.1:${server.port}`], ...options }).catch((reason) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toMatch(/^\S.*\.$/);
  return error;
}

describe('what arrives', () => {
  test.each(['/page', '/gzip', '/cut-gzip', '/deflate', '/raw-deflate', '/br', '/twice'])('%s', async (path) => {
    const page = await get(path);
    expect(page).toMatchObject({ kind: 'html', truncated: false, movedTo: null, url: server.origin + path });
    expect(page.bytes.toString()).toBe(PAGE);
  });
  test.runIf(zstd)('zstd, where Node has it', async () => expect((await get('/zstd')).bytes.toString()).toBe(PAGE));

  test.each([
    ['/pdf', 'pdf'],
    ['/pdf-as-text', 'pdf'],
    ['/text', 'text'],
    ['/feed-as-html', 'feed'],
    ['/xhtml-as-xml', 'html'],
    ['/no-type', 'html'],
  ])('%s is %s', async (path, kind) => expect((await get(path)).kind).toBe(kind));

  test('a PDF over the limit keeps its beginning', async () => {
    const page = await get('/big-pdf');
    expect(page).toMatchObject({ kind: 'pdf', truncated: true });
    expect(page.bytes.length).toBe(10 << 20);
  });

  test('headers: who asks, what robots may, nothing that identifies anybody', async () => {
    seen = [];
    expect((await get('/page', { userAgent: 'Carrel/1.2 (+https://reading.example)' })).robots).toBe('noarchive');
    expect(seen[0]?.headers['user-agent']).toBe('Carrel/1.2 (+https://reading.example)');
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
    expect(seen[0]?.headers).not.toHaveProperty('referer');
  });

  test('a conditional request: 304 is "unchanged"', async () => {
    const page = await get('/page');
    const again = await fetchPage(`${server.origin}/page`, { allow: ['127.0.0.1'], etag: page.etag });
    expect(again).toEqual({ kind: 'unchanged', url: page.url, movedTo: null, etag: '"v1"', lastModified: null });
  });
});

describe('redirects', () => {
  test('five are followed, six are not, a circle is named', async () => {
    expect((await get('/hop5')).url).toBe(`${server.origin}/page`);
    expect((await failure('/hop6')).message).toContain('more than 5 times');
    expect((await failure('/loop')).message).toContain('in a circle');
  });
  test('only an all-permanent way moves the address', async () => {
    expect((await get('/moved')).movedTo).toBe(`${server.origin}/page`);
    expect((await get('/mixed')).movedTo).toBeNull();
  });
  test.each([
    ['/to-file', 'bad-url'],
    ['/to-login', 'bad-url'],
    ['/to-metadata', 'forbidden-address'],
    ['/to-other-port', 'forbidden-address'],
  ])('%s is refused: %s', async (path, code) => expect((await failure(path)).code).toBe(code));
});

describe('refused before anything is sent', () => {
  test.each([
    ['ftp://example.com/', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['nonsense', 'bad-url'],
    ['http://user@example.com/', 'bad-url'],
    ['http://:secret@example.com/', 'bad-url'],
    ['http://127.0.0.1:1/', 'forbidden-address'],
    ['http://2130706433/', 'forbidden-address'],
    ['http://0x7f.1/', 'forbidden-address'],
    ['http://0/', 'forbidden-address'],
    ['http://[::1]/', 'forbidden-address'],
    ['http://[::ffff:127.0.0.1]/', 'forbidden-address'],
    ['http://[64:ff9b::7f00:1]/', 'forbidden-address'],
    ['http://[2002:7f00:1::]/', 'forbidden-address'],
    ['http://[fe80::1]/', 'forbidden-address'],
    ['http://localhost/', 'forbidden-address'],
  ])('%s: %s', async (url, code) => expect((await failure(url)).code).toBe(code));
});

describe('names that resolve to inside', () => {
  const at = (address: string) => ({ address, family: address.includes(':') ? 6 : 4 });
  const name = () => `http://rebind.example:${server.port}/page`;

  test('a name that is inside from the start, also beside others', async () => {
    const inside = async () => [at('10.0.0.1'), at('fd00::1'), at('::ffff:127.0.0.1')];
    expect((await failure(name(), { resolve: inside, allow: [] })).code).toBe('forbidden-address');
  });

  test('an answer that changes: each connection asks once and goes to the address that was checked', async () => {
    const answers = ['127.0.0.1', '10.0.0.1'];
    const resolve = vi.fn(async () => [at(answers.shift() ?? '10.0.0.1')]);
    seen = [];
    expect((await fetchPage(name(), { resolve, allow: ['127.0.0.1'] })).kind).toBe('html');
    expect(resolve).toHaveBeenCalledTimes(1);
    expect((await failure(name(), { resolve, allow: ['127.0.0.1'] })).code).toBe('forbidden-address');
    expect(resolve).toHaveBeenCalledTimes(2);
    expect(seen).toHaveLength(1);
  });

  test('a redirect to a name that now is inside', async () => {
    const resolve = async (host: string) => [at(host === 'wiki.internal' ? '127.0.0.1' : '10.0.0.1')];
    const bounce = await startServer((_, response) =>
      response.writeHead(302, { location: `http://rebind.example:${server.port}/page` }).end(),
    );
    const start = `http://wiki.internal:${bounce.port}/`;
    expect((await failure(start, { resolve, allow: ['wiki.internal'] })).code).toBe('forbidden-address');
    await bounce.close();
  });

  test('of several addresses only those that passed are connected to', async () => {
    const resolve = async () => [at('10.0.0.1'), at('127.0.0.1'), at('fd00::1')];
    const page = await fetchPage(name(), { resolve, allow: ['127.0.0.0/8'] });
    expect(page.kind).toBe('html');
  });

  test('an allowed name may be inside; a name that does not exist is said to be so', async () => {
    const resolve = async () => [at('127.0.0.1')];
    expect((await fetchPage(name(), { resolve, allow: ['rebind.example'] })).kind).toBe('html');
    const missing = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    };
    expect((await failure(name(), { resolve: missing })).message).toContain('no site named rebind.example');
  });
});

describe('limits', () => {
  test.each(['/bomb', '/br-bomb', '/announced', '/endless'])('%s: too large', async (path) => {
    const before = process.memoryUsage().rss;
    expect((await failure(path)).code).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
  });
  test('endless compressed nothing ends by size or by time', async () => {
    expect(['too-large', 'timeout']).toContain((await failure('/empty-members', { timeoutMs: 3000 })).code);
  });
  test.each(['/drip', '/silent'])('%s: out of time', async (path) => {
    const start = performance.now();
    const error = await failure(path, { timeoutMs: 200 });
    expect(error).toMatchObject({ code: 'timeout', retryable: true });
    expect(performance.now() - start).toBeLessThan(1000);
  });
  test('a name server that never answers is out of time as well', async () => {
    const resolve = () => new Promise<never>(() => {});
    expect((await failure('http://slow.example/', { resolve, timeoutMs: 100 })).code).toBe('timeout');
  });
  test('can be cancelled', async () => {
    expect((await failure('/silent', { signal: AbortSignal.timeout(50) })).code).toBe('cancelled');
  });
});

describe('answers that are no page', () => {
  test.each([
    ['/gone', { code: 'status', status: 410, retryable: false }],
    ['/busy', { code: 'status', status: 429, retryable: true, retryAfter: 120 }],
    ['/down', { code: 'status', status: 503, retryable: true }],
    ['/film', { code: 'unsupported-type' }],
    ['/binary', { code: 'unsupported-type' }],
    ['/broken-gzip', { code: 'bad-encoding' }],
    ['/layers', { code: 'bad-encoding' }],
    ['/lzw', { code: 'bad-encoding' }],
    ['/cut-off', { code: 'no-connection', retryable: true }],
  ])('%s', async (path, expected) => expect(await failure(path)).toMatchObject(expected));
});
