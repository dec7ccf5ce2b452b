import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Client, useServer } from '../../../test/app.ts';
import { readConfig } from '../../config.ts';
import { Digest } from './digest.model.ts';
import { sendDueDigests } from './digest.ts';
import { createMailer, type Mailer } from './mailer.ts';

const server = useServer({ smtpUrl: 'smtp://localhost', mailFrom: 'x@x.fi', publicUrl: 'https://carrel.example.com' });
const mails: string[] = [];
let refuses = false;
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let mail = '';
    stream.on('data', (part) => (mail += part));
    stream.on('end', () => {
      if (!refuses) mails.push(mail);
      done(refuses ? new Error('not now') : null);
    });
  },
});
let mailer: Mailer;
let ann: Client;
let ben: Client;
let team: number;

beforeAll(async () => {
  sink.on('error', () => {});
  sink.listen(0, '127.0.0.1');
  await once(sink.server, 'listening');
  const { port } = sink.server.address() as AddressInfo;
  const CARREL_SMTP_URL = `smtp://127.0.0.1:${port}`;
  const env = { CARREL_SMTP_URL, CARREL_MAIL_FROM: 'Carrel <carrel@example.com>' };
  expect(createMailer(readConfig(env, '/nowhere'))).toBeUndefined();
  mailer = createMailer(readConfig({ ...env, CARREL_PUBLIC_URL: 'https://carrel.example.com/' }, '/nowhere')) as Mailer;
  ann = await server.user('Ann');
  ben = await server.user('<b>Ben</b>');
  team = (await ann.post('/api/teams', { name: 'toska' })).body.id;
  await ann.post(`/api/teams/${team}/members`, { userId: ben.id });
  const { body: note } = await ann.post('/api/notes', { content: 'keep this one', teamId: team });
  await ben.put(`/api/notes/${note.id}/mark`);
});
afterAll(() => new Promise<void>((resolve) => sink.close(resolve)));
beforeEach(async () => {
  mails.length = 0;
  refuses = false;
  await Digest.destroy({ where: {} });
});

async function askAWeekAgo(who: Client): Promise<void> {
  await who.put('/api/digest', { on: true });
  await Digest.update({ sentAt: new Date(Date.now() - 8 * 86_400_000) }, { where: { userId: who.id } });
}

const fail = (error: unknown) => {
  throw error;
};

test('it is off until one asks for it, and the first one comes in a week', async () => {
  expect((await ben.get('/api/digest')).body).toEqual({ available: true, on: false });
  expect((await ben.put('/api/digest', { on: true })).status).toBe(204);
  expect((await ben.put('/api/digest', { on: true })).status).toBe(204);
  expect((await ben.get('/api/digest')).body.on).toBe(true);
  expect(await sendDueDigests(mailer, fail)).toBe(0);
  await ben.put('/api/digest', { on: false });
  expect((await ben.get('/api/digest')).body.on).toBe(false);
});

test('it tells what concerns one and what one’s teams marked, once however many processes look', async () => {
  await askAWeekAgo(ben);
  await Promise.all([1, 2, 3].map(() => sendDueDigests(mailer, fail)));
  expect(mails).toHaveLength(1);
  const mail = mails[0]?.replace(/=\r\n/g, '') ?? '';
  expect(mail).toContain('From: Carrel <carrel@example.com>');
  expect(mail).toMatch(new RegExp(`To: .*${ben.username}`));
  expect(mail).toContain('took you into the team');
  expect(mail).toContain('Marked in toska');
  expect(mail).toContain('Ann: keep this one');
  expect(mail).toContain('Content-Type: text/html');
  expect(mail).toContain('Hello <b>Ben</b>,');
  expect(mail).toContain('Hello &#60;b&#62;Ben&#60;/b&#62;,');
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test('nothing is sent where there is nothing to tell, or to a disabled user', async () => {
  await askAWeekAgo(await server.user('Nobody'));
  const disabled = await server.user('Disabled');
  await ann.post(`/api/teams/${team}/members`, { userId: disabled.id });
  await askAWeekAgo(disabled);
  await ann.put(`/api/users/${disabled.username}`, { disabled: true });
  expect(await sendDueDigests(mailer, fail)).toBe(0);
  expect(mails).toEqual([]);
});

test('one that the mail server refuses is due again in an hour', async () => {
  await askAWeekAgo(ben);
  refuses = true;
  const failures: unknown[] = [];
  expect(await sendDueDigests(mailer, (error) => failures.push(error))).toBe(0);
  expect(failures).toHaveLength(1);
  refuses = false;
  expect(await sendDueDigests(mailer, fail)).toBe(0);
  await Digest.update({ sentAt: new Date(Date.now() - 8 * 86_400_000) }, { where: { userId: ben.id } });
  expect(await sendDueDigests(mailer, fail)).toBe(1);
});

test('the link in the mail ends it without a login, when one says so and not when a program looks at it', async () => {
  await askAWeekAgo(ben);
  await sendDueDigests(mailer, fail);
  const link = /List-Unsubscribe: <https:\/\/carrel\.example\.com(\S+)>/.exec(
    mails[0]?.replace(/\r\n\s+/g, ' ') ?? '',
  )?.[1];
  expect(link, mails[0]).toBeDefined();
  const looked = await server.nobody.get(link as string);
  expect(looked.status).toBe(200);
  expect(looked.body).toContain('<form method="post">');
  expect((await ben.get('/api/digest')).body.on).toBe(true);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const one = { method: 'POST', url: link as string, payload: 'List-Unsubscribe=One-Click', headers } as const;
  expect((await server.nobody.send(one)).status).toBe(200);
  expect((await ben.get('/api/digest')).body.on).toBe(false);
  expect((await server.nobody.send(one)).status).toBe(200);
  expect((await server.nobody.post('/api/digest/unsubscribe')).status).toBe(400);
});
