import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { vi } from 'vitest';

export interface Told {
  topic: string;
  id?: number;
}

/** An open stream of events, as a browser holds one. */
export class TestStream {
  readonly told: Told[] = [];
  position = '';
  ended = false;

  constructor(readonly answer: IncomingMessage) {
    let text = '';
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const messages = text.split('\n\n');
      text = messages.pop() as string;
      for (const message of messages) this.#read(message);
    });
    answer
      .on('error', () => {})
      .on('close', () => {
        this.ended = true;
      });
  }

  #read(message: string): void {
    for (const line of message.split('\n')) {
      if (line.startsWith('id: ')) this.position = line.slice(4);
      if (line.startsWith('data: ')) this.told.push(...JSON.parse(line.slice(6)));
    }
  }

  /** Waits until all of these were told. */
  hears(...changes: Told[]): Promise<void> {
    return vi.waitFor(
      () => {
        const missing = changes.filter(
          ({ topic, id }) => !this.told.some((one) => one.topic === topic && (id === undefined || one.id === id)),
        );
        if (missing.length)
          throw new Error(`not told of ${JSON.stringify(missing)}; told ${JSON.stringify(this.told)}`);
      },
      { timeout: 20_000, interval: 5 },
    );
  }

  /** Waits for its end; answers after how many milliseconds it came. */
  async ends(): Promise<number> {
    const began = Date.now();
    await vi.waitUntil(() => this.ended, { timeout: 20_000, interval: 5 });
    return Date.now() - began;
  }

  close(): void {
    this.answer.destroy();
  }
}

/** Opens a stream and waits until it says how far it is: from there on it misses nothing. */
export async function openStream(
  app: FastifyInstance,
  token: string | undefined,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<TestStream> {
  const { port } = app.server.address() as AddressInfo;
  const request = http.get(`http://127.0.0.1:${port}/api/events${query}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...headers },
    agent: false,
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
  const stream = new TestStream(answer);
  await vi.waitUntil(() => stream.position || stream.ended, { timeout: 20_000, interval: 5 });
  return stream;
}
