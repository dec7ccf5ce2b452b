import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { openStream, type TestStream } from '../../../test/events.ts';
import { buildApp } from '../../app.ts';
import { OPERATOR } from '../../commands/operator.ts';
import { readConfig } from '../../config.ts';
import { createMigrator } from '../../database/migrator.ts';
import { connectedEngine, database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { type Channel, publish } from '../../events/publish.ts';
import { Session } from '../sessions/session.model.ts';
import { endSessionsOf } from '../sessions/sessions.ts';

const server = useServer();
const onPostgres = Boolean(process.env.TEST_DATABASE_URL);
const SOON_MS = 3000; // under a second where the machine does nothing else; a busy one must not fail this
const opened: TestStream[] = [];
let admin: Client;
let reader: Client;

beforeAll(async () => {
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  admin = await server.user('Admin');
  reader = await server.user('Reader');
});
afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
});

async function open(client: Client, options: Parameters<typeof openStream>[2] = {}, app = server.app) {
  const stream = await openStream(app, client.token, options);
  opened.push(stream);
  return stream;
}

let subject = 1000;
/** Publishes something new; answers what a stream is told of it. */
async function tell(to: Channel): Promise<{ topic: string; id: number }> {
  const change = { topic: 'tests', id: ++subject };
  await transaction(database(), () => publish({ ...change, to }));
  return change;
}

/** Waits until whatever was published before has been told. */
async function settle(...streams: TestStream[]): Promise<void> {
  const last = await tell('everyone');
  for (const stream of streams) await stream.hears(last);
}

const topicsOf = ({ told }: TestStream) => told.filter(({ topic }) => topic !== 'tests');

describe('a stream', () => {
  test('needs a login, and is given only to who asks for one', async () => {
    await expect(openStream(server.app, 'nobody')).rejects.toThrow('401');
    expect((await reader.get('/api/events')).status).toBe(406);
  });

  test('has the headers that keep proxies from holding it back', async () => {
    const { answer } = await open(reader);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
  });

  test('tells what others do within a second, and not how it looks', async () => {
    const stream = await open(reader);
    const began = Date.now();
    const blog = await makeBlog(admin);
    await stream.hears({ topic: 'blogs', id: blog.id });
    expect(Date.now() - began).toBeLessThan(SOON_MS);
    await admin.put(`/api/blogs/${blog.id}/like`);
    const { body: note } = await admin.post('/api/notes', { content: 'a thought' });
    const { body: team } = await admin.post('/api/teams', { name: 'those who hear' });
    await admin.delete(`/api/blogs/${blog.id}`);
    await settle(stream);
    expect(stream.told.map(({ topic, id }) => `${topic} ${id}`)).toEqual(
      expect.arrayContaining([`notes ${note.id}`, `teams ${team.id}`]),
    );
    for (const change of stream.told) expect(Object.keys(change).sort()).toEqual(['id', 'topic']);
  });

  test('tells a user of his own on his other pages, and nobody else', async () => {
    const blog = await makeBlog(admin);
    const [mine, others] = [await open(reader), await open(admin)];
    const { body: row } = await reader.post('/api/readinglists', { blogId: blog.id });
    await reader.put(`/api/readinglists/${row.id}`, { read: true });
    const { body: note } = await reader.post('/api/notes', { content: 'a secret', shared: false });
    await reader.delete(`/api/notes/${note.id}`);
    await mine.hears({ topic: 'readinglists', id: row.id }, { topic: 'notes', id: note.id });
    await reader.put(`/api/readinglists/${row.id}`, { starred: true, tags: ['mine'] });
    await reader.put('/api/tags/mine', { name: 'ours' });
    await mine.hears({ topic: 'readinglists', id: row.id }, { topic: 'readinglists' });
    await settle(others);
    expect(topicsOf(others).filter(({ topic }) => topic !== 'blogs')).toEqual([]);
  });

  test('does not tell a page of what it did itself', async () => {
    const here = await open(reader, { query: '?page=page-number-one' });
    const there = await open(reader, { query: '?page=page-number-two' });
    const from = { 'x-carrel-page': 'page-number-one' };
    await reader.send({ method: 'POST', url: '/api/notes', payload: { content: 'x' }, headers: from });
    await there.hears({ topic: 'notes' });
    await settle(here);
    expect(topicsOf(here)).toEqual([]);
    const again = await open(reader, { query: `?page=page-number-one&after=0-${Math.floor(Date.now() / 1000)}` });
    await settle(again);
    expect(again.told).not.toContainEqual({ topic: 'everything' });
  });

  test('tells a team only to its members, from when they join until they leave', async () => {
    const { body: team } = await admin.post('/api/teams', { name: 'those who know' });
    const [member, stranger] = [await open(reader), await open(await server.user())];
    const before = await tell(`team:${team.id}`);
    await settle(member, stranger);
    await admin.post(`/api/teams/${team.id}/members`, { userId: reader.id });
    const during = await tell(`team:${team.id}`);
    await member.hears(during, { topic: 'notifications' });
    await admin.delete(`/api/teams/${team.id}/members/${reader.id}`);
    const after = await tell(`team:${team.id}`);
    const forAdmins = await tell('admins');
    await settle(member, stranger);
    for (const hidden of [before, after, forAdmins]) expect(member.told).not.toContainEqual(hidden);
    for (const hidden of [before, during, after, forAdmins]) expect(stranger.told).not.toContainEqual(hidden);
  });

  test('hears nothing of what was undone', async () => {
    const stream = await open(reader);
    const undone = transaction(database(), async () => {
      await publish({ topic: 'undone', to: 'everyone' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await settle(stream);
    expect(topicsOf(stream)).toEqual([]);
    await expect(publish({ topic: 'x', to: 'everyone' })).rejects.toThrow('transaction');
  });

  test('names a handful of things, and of a crowd only the topic', async () => {
    const stream = await open(reader);
    const crowd = Array.from({ length: 500 }, (_, i) => ({ topic: 'crowd', id: i + 1, to: 'everyone' as const }));
    await transaction(database(), () => publish(...crowd));
    await settle(stream);
    expect(topicsOf(stream)).toEqual([{ topic: 'crowd' }]);
  });
});

describe('interrupted', () => {
  test('it goes on after the last message it had', async () => {
    const stream = await open(reader);
    await settle(stream);
    stream.close();
    const missed = await tell('everyone');
    const mine = await tell(`user:${reader.id}`);
    const others = await tell(`user:${admin.id}`);
    const again = await open(reader, { headers: { 'last-event-id': stream.position } });
    await again.hears(missed, mine);
    expect(again.told).not.toContainEqual(others);
  });

  test('it goes on from what the status said, so that what a page loads and what it hears have no gap', async () => {
    const { position } = (await reader.get('/api/status')).body;
    const missed = await tell('everyone');
    const stream = await open(reader, { query: `?after=${position}` });
    await stream.hears(missed);
    expect(stream.told).not.toContainEqual({ topic: 'everything' });
  });

  // The embedded engine has one backend: there no transaction commits while another one is open.
  test.runIf(onPostgres)('it hears what was published before, but committed after, what it heard last', async () => {
    const stream = await open(reader);
    const other = new pg.Client(connectedEngine().address);
    await other.connect();
    await other.query('BEGIN');
    await other.query(`INSERT INTO events (xid, channel, topic, subject_id, created_at)
      VALUES (pg_current_xact_id()::text::bigint, 'everyone', 'slow', 1, now())`);
    await settle(stream); // published later, with a larger id and transaction, and heard
    stream.close();
    await other.query('COMMIT');
    await other.end();
    const again = await open(reader, { headers: { 'last-event-id': stream.position } });
    await again.hears({ topic: 'slow', id: 1 });
  });

  // Last, since a transaction of another database that stays open makes what the third one publishes new for whoever comes back.
  test.each([
    ['too long ago', `1-${Math.floor(Date.now() / 1000) - 3600}`],
    ['with no position of ours', 'x'],
    ['from the beginning of all, with more behind it than the log tells', '0-99999999999'],
  ])('%s it is told to fetch everything anew', async (_, position) => {
    if (position.startsWith('0-'))
      for (let i = 0; i < 11; i++)
        await transaction(database(), () =>
          publish(
            ...Array.from({ length: 100 }, (_, n) => ({ topic: 'many', id: i * 100 + n, to: 'everyone' as const })),
          ),
        );
    const stream = await open(reader, { headers: { 'last-event-id': position } });
    await stream.hears({ topic: 'everything' });
  });
});

describe('a stream ends within a second', () => {
  test.each<[string, (client: Client) => Promise<unknown>]>([
    ['when its session is ended by logging out', (client) => client.delete('/api/logout')],
    ['when an admin ends the sessions', (client) => admin.delete(`/api/users/${client.id}/sessions`)],
    ['when a command ends the sessions', (client) => endSessionsOf(OPERATOR, client.id)],
    ['when an admin disables the user', (client) => admin.put(`/api/users/${client.username}`, { disabled: true })],
    ['when the password is new', (client) => admin.put(`/api/users/${client.username}`, { password: 'another one' })],
  ])('%s', async (_, end) => {
    const client = await server.user();
    const stream = await open(client);
    await end(client);
    expect(await stream.ends()).toBeLessThan(SOON_MS);
    await expect(openStream(server.app, client.token)).rejects.toThrow('401');
  });

  test('and another session of the user goes on', async () => {
    const client = await server.user();
    const other = await open(await server.login(client.username));
    const stream = await open(client);
    await client.delete('/api/logout');
    await stream.ends();
    await settle(other);
    expect(other.ended).toBe(false);
  });

  test('even one that is opened while its session ends', async () => {
    const client = await server.user();
    const where = { userId: client.id };
    // Whichever comes first: it is refused, or it is opened and ends.
    const opening = open(client).catch((error: Error) => error);
    await sleep(5);
    await Session.destroy({ where });
    await transaction(database(), () => publish({ topic: 'access', to: `user:${client.id}` }));
    const stream = await opening;
    if (stream instanceof Error) expect(stream.message).toContain('401');
    else await stream.ends();
  });
});

describe('several server processes on one database', () => {
  const second = async () => {
    const app = await buildApp({ ...readConfig({}, '/nowhere'), logLevel: 'silent' }, createMigrator(database()));
    await app.listen({ port: 0, host: '127.0.0.1' });
    return app;
  };

  test('all hear; one that stops ends its streams, and the others go on', async () => {
    const app = await second();
    const [here, there] = [await open(reader), await open(reader, {}, app)];
    await settle(here, there);
    await app.close();
    await there.ends();
    await settle(here);
  });

  test.runIf(onPostgres)('hear what was published while they were cut off', async () => {
    const stream = await open(reader);
    await settle(stream);
    const cut =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'carrel events' AND datname = current_database()";
    const [, result] = await database().query(cut);
    expect((result as { rowCount: number }).rowCount).toBeGreaterThan(0);
    const missed = await tell('everyone');
    await stream.hears(missed);
    await settle(stream);
  });
});
