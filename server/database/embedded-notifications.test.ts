import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openEmbeddedInMemory } from './embedded.ts';
import { NotificationReader } from './embedded-notifications.js';
import type { Engine } from './engine.ts';

let engine: Engine;
beforeAll(async () => {
  const template = inject('template'); // only because creating one anew takes seconds
  engine = await openEmbeddedInMemory('image' in template ? template.image : undefined);
});
afterAll(() => engine.stop());

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ ...engine.address, user: 'postgres', database: 'postgres' });
  await client.connect();
  return client;
}

test('the engine hears what any client publishes, when it is committed, until it need not any more', async () => {
  const heard: string[] = [];
  const stop = engine.listen?.((payload) => heard.push(payload));
  const [first, second] = [await connect(), await connect()];
  await first.query('BEGIN');
  await first.query("SELECT pg_notify('carrel', 'undone')");
  await first.query('ROLLBACK');
  await first.query("SELECT pg_notify('another', 'not ours')");
  await first.query("SELECT pg_notify('carrel', 'alone')");
  await first.end(); // a client that goes takes nothing with it
  await second.query('BEGIN');
  await second.query(
    "SELECT pg_notify('carrel', 'with a transaction'), repeat('x', 100000) FROM generate_series(1, 20)",
  );
  await second.query("SELECT pg_notify('carrel', 'näin')");
  await second.query('COMMIT');
  await vi.waitUntil(() => heard.includes('näin'));
  expect(heard).toEqual(['alone', 'with a transaction', 'näin']);
  stop?.();
  await second.query("SELECT pg_notify('carrel', 'nobody listens')");
  await second.end();
  expect(heard).toHaveLength(3);
});

test('a notification is found wherever the bytes are cut', () => {
  const message = (letter: string, body: Buffer) => {
    const header = Buffer.alloc(5);
    header.write(letter);
    header.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([header, body]);
  };
  const notification = message('A', Buffer.from('\0\0\0\x07carrel\0payload\0'));
  const bytes = Buffer.concat([message('C', Buffer.from('COMMIT\0')), notification, message('Z', Buffer.from('I'))]);
  for (let first = 0; first <= bytes.length; first++)
    for (let second = first; second <= bytes.length; second++) {
      const heard: string[] = [];
      const reader = new NotificationReader((payload) => heard.push(payload));
      for (const part of [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)])
        reader.push(part);
      expect(heard, `cut at ${first} and ${second}`).toEqual(['payload']);
    }
});
