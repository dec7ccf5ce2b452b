import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from './app.ts';

const server = useServer();
let port: number;
let user: Client;

beforeAll(async () => {
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
  user = await server.user();
  for (let i = 0; i < 3; i++) await makeBlog(user);
});

const HOST = 'Host: localhost\r\n';
const JSON_BODY = 'Content-Type: application/json\r\n';
const signUp = (headers: string, body: string) =>
  `POST /api/users HTTP/1.1\r\n${HOST}${JSON_BODY}${headers}\r\n${body}`;

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Everything the server says until it hangs up, or for `forMs` if it does not. */
async function listen(socket: Socket, forMs = 3000): Promise<string> {
  let heard = '';
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    heard += text;
  });
  socket.on('error', () => {});
  await Promise.race([new Promise((resolve) => socket.once('close', resolve).once('end', resolve)), sleep(forMs)]);
  socket.destroy();
  return heard;
}

/** Sends bytes as they are and answers what comes back. */
async function say(bytes: string | Buffer, forMs?: number): Promise<string> {
  const socket = await open();
  const heard = listen(socket, forMs);
  socket.write(bytes);
  return heard;
}

/** The statuses of the answers, in order. */
const statuses = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const bodyOf = (heard: string) => JSON.parse(heard.slice(heard.indexOf('\r\n\r\n') + 4));

async function expectStillServing(): Promise<void> {
  const heard = await say(`GET /health/ready HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
  expect(heard).toMatch(/^HTTP\/1\.1 200 [\s\S]*ready/);
}

describe('bytes that are no request are refused in a sentence, and the connection is closed', () => {
  test.each([
    ['noise', '\x16\x03\x01\x02\0\x01\0\x01\xfc', 400],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['an unknown method', `BREW /api/blogs HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['a version of the future', `GET / HTTP/9.9\r\n${HOST}\r\n`, 400],
    ['a blank in the address', `GET /api/a b HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['a NUL in a header', `GET / HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`, 400],
    ['a header without a name', `GET / HTTP/1.1\r\n${HOST}: x\r\n\r\n`, 400],
    ['a length that is no number', signUp('Content-Length: many\r\n', '{}'), 400],
    ['a negative length', signUp('Content-Length: -1\r\n', '{}'), 400],
    ['two lengths', signUp('Content-Length: 2\r\nContent-Length: 3\r\n', '{}'), 400],
    ['a length beside chunks', signUp('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'), 400],
    ['a chunk of no size', signUp('Transfer-Encoding: chunked\r\n', 'zz\r\n{}\r\n'), 400],
    ['headers of 20 KiB', `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an address of 20 KiB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
  ])('%s', async (_, bytes, status) => {
    const heard = await say(Buffer.from(bytes, 'latin1'));
    expect(statuses(heard)).toEqual([status]);
    expect(heard).toMatch(/content-type: application\/json/i);
    expect(bodyOf(heard)).toEqual({ error: expect.stringMatching(/^[a-z].* .*[a-z]$/i) });
    await expectStillServing();
  });

  test('a request without a Host is refused, without a sentence: Node does it before anybody is asked', async () => {
    expect(statuses(await say('GET /health/live HTTP/1.1\r\n\r\n'))).toEqual([400]);
  });
});

describe('bodies', () => {
  const huge = JSON.stringify({ username: 'x'.repeat(1_048_600) });

  test('more than 1 MiB, said in Content-Length: 413 before it is read', async () => {
    const heard = await say(signUp(`Content-Length: ${huge.length}\r\nConnection: close\r\n`, huge.slice(0, 100)));
    expect(statuses(heard)).toEqual([413]);
    expect(bodyOf(heard)).toEqual({ error: 'the request body is larger than 1 MiB' });
  });

  test('more than 1 MiB in chunks: 413 as soon as it is too much', async () => {
    const chunk = `${huge.length.toString(16)}\r\n${huge}\r\n`;
    expect(statuses(await say(signUp('Transfer-Encoding: chunked\r\n', chunk)))).toEqual([413]);
    await expectStillServing();
  });

  test('longer than Content-Length says: the rest is no request', async () => {
    const heard = await say(signUp('Content-Length: 2\r\n', '{"username": "a@b.fi"}'));
    expect(new Set(statuses(heard))).toEqual(new Set([400])); // for the first part; the rest may find the door shut
    await expectStillServing();
  });

  test('shorter than Content-Length says, and the client stops sending: refused, not waited for', async () => {
    const socket = await open();
    const heard = listen(socket);
    socket.end(signUp('Content-Length: 500\r\n', '{"username":'));
    expect(statuses(await heard)).toEqual([400]);
    await expectStillServing();
  });

  test('cut off in the middle by a client that is gone', async () => {
    for (let i = 0; i < 20; i++) {
      const socket = await open();
      socket.on('error', () => {});
      socket.write(signUp('Content-Length: 500\r\n', '{"username":'));
      await sleep(5);
      socket.resetAndDestroy();
    }
    await expectStillServing();
  });

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.from('{"username":"\xc3\x28\xff","name":"x","password":"correct horse"}', 'latin1');
    const head = signUp(`Content-Length: ${body.length}\r\nConnection: close\r\n`, '');
    const heard = await say(Buffer.concat([Buffer.from(head), body]));
    expect(statuses(heard)).toEqual([400]);
  });
});

describe('connections', () => {
  test('a client that has finished sending still gets its answer', async () => {
    const socket = await open();
    const heard = listen(socket);
    socket.end(`GET /health/live HTTP/1.1\r\n${HOST}\r\n`);
    expect(statuses(await heard)).toEqual([200]);
  });

  test('a request that arrives byte by byte is answered, and holds up nobody meanwhile', async () => {
    const socket = await open();
    const heard = listen(socket, 8000);
    for (const byte of `GET /health/live HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`) {
      socket.write(byte);
      await sleep(5);
    }
    await expectStillServing();
    expect(statuses(await heard)).toEqual([200]);
  });

  test('a hundred that say half a request and wait hold up nobody', async () => {
    const sockets = await Promise.all(Array.from({ length: 100 }, open));
    for (const socket of sockets) socket.write('GET /api/blogs HTTP/1.1\r\nX: ');
    await expectStillServing();
    for (const socket of sockets) socket.destroy();
  });

  test('a request that never arrives whole is given up: 408', async () => {
    expect(server.app.server.requestTimeout).toBe(120_000);
    const [socket, theirs] = await Promise.all([
      open(),
      new Promise<Socket>((resolve) => server.app.server.once('connection', resolve)),
    ]);
    const heard = listen(socket);
    server.app.server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), theirs);
    expect(bodyOf(await heard)).toEqual({ error: 'the request took too long to arrive' });
  });

  test('ten requests at once on one connection, the bad one among them refused', async () => {
    const good = `GET /health/live HTTP/1.1\r\n${HOST}\r\n`;
    const bad = `GET /api/blogs/%E0%A4 HTTP/1.1\r\n${HOST}\r\n`;
    const last = `GET /health/live HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`;
    expect(statuses(await say(good.repeat(4) + bad + good.repeat(4) + last))).toEqual([
      ...Array(4).fill(200),
      400,
      ...Array(5).fill(200),
    ]);
  });
});

describe('addresses that no library would send', () => {
  const ask = (target: string) =>
    say(`GET ${target} HTTP/1.1\r\n${HOST}Authorization: Bearer ${user.token}\r\nConnection: close\r\n\r\n`);

  test.each([
    ['http://localhost/api/blogs?limit=1', 200],
    ['http://a@b@elsewhere.example/api/blogs?limit=1', 200],
    ['http://localhost:99999/api/blogs?limit=1', 400],
    ['http://[/api/blogs?limit=1', 400],
    ['http:///api/blogs?limit=1', 400],
    ['/api/blogs?limit=1#part', 400],
    ['//api/blogs', 404],
    ['/api/blogs/../../etc/passwd', 404],
    ['*', 200],
    ['/api/blogs/%E0%A4', 400],
    ['/api/blogs/%00', 400],
    ['/api/blogs/%ED%A0%80', 400],
    ['/api/blogs?search=%E0%A4', 200],
    ['/%', 400],
  ])('%s', async (target, status) => {
    const heard = await ask(target);
    expect(statuses(heard)).toEqual([status]);
    // The next page is on this server, whatever host the address spoke of.
    if (/limit=1/.test(target) && status === 200)
      expect(heard).toMatch(/^link: <\/api\/blogs\?limit=1&cursor=\w+>; rel="next"\r$/m);
    await expectStillServing();
  });
});
