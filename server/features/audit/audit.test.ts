import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { AuditEvent } from '../../audit/audit-event.model.ts';
import { record } from '../../audit/record.ts';
import { OPERATOR } from '../../commands/operator.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { changeAccount } from '../people/account.ts';
import type { AuditAnswer } from './audit.schemas.ts';

const server = useServer();
let admin: Client;
let user: Client;

beforeAll(async () => {
  admin = await server.user('Admin');
  user = await server.user('User');
});

async function search(query: string): Promise<AuditAnswer[]> {
  const { status, body } = await admin.get(`/api/admin/audit?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('the log has', () => {
  test('who disabled, enabled, promoted and demoted whom, from where', async () => {
    for (const change of [{ disabled: true }, { disabled: false }, { admin: true }, { admin: false }, { name: 'New' }])
      await admin.put(`/api/users/${user.username}`, change);
    const found = await search(`subject=${user.username}&actor=${admin.username}`);
    expect(found.map(({ action }) => action)).toEqual(['demoted', 'promoted', 'enabled', 'disabled']);
    expect(found[0]).toEqual({
      id: expect.any(Number),
      time: expect.any(String),
      actor: admin.username,
      actorId: admin.id,
      action: 'demoted',
      subject: user.username,
      subjectId: user.id,
      ip: '127.0.0.1',
      details: null,
    });
  });

  test('the operator of the command line as that', async () => {
    await changeAccount(OPERATOR, user.username, { disabled: true });
    await changeAccount(OPERATOR, user.username, { disabled: false });
    const [enabled, disabled] = await search('actor=operator');
    expect([enabled, disabled]).toMatchObject([
      { action: 'enabled', actorId: null, ip: null },
      { action: 'disabled', actorId: null, subject: user.username },
    ]);
  });

  test('who signed in, and who failed to, whether he exists or not', async () => {
    const login = (username: string, password: string) => server.nobody.post('/api/login', { username, password });
    await login(user.username, 'wrong');
    await login('stranger@example.com', 'wrong');
    await server.login(user.username);
    const failed = await search('action=sign-in-failed');
    expect(failed).toMatchObject([
      { actor: 'nobody', subject: 'stranger@example.com', subjectId: null },
      { actor: 'nobody', subject: user.username, subjectId: user.id },
    ]);
    expect((await search('action=signed-in'))[0]).toMatchObject({ actor: user.username });
    expect(JSON.stringify(failed)).not.toContain('wrong"');
  });

  test('ended sessions, new passwords and tokens, changed roles, deleted blogs and teams', async () => {
    const client = await server.user('Busy');
    await client.post('/api/sessions', { label: 'script' });
    await client.put(`/api/users/${client.username}`, { password: 'another good one' });
    await client.delete('/api/logout');
    await admin.delete(`/api/users/${client.id}/sessions`);
    const { body: team } = await admin.post('/api/teams', { name: 'audited' });
    await admin.post(`/api/teams/${team.id}/members`, { userId: client.id });
    await admin.put(`/api/teams/${team.id}/members/${client.id}`, { role: 'owner' });
    await admin.delete(`/api/teams/${team.id}`);
    const blog = await makeBlog(admin, { title: 'To be deleted' });
    await admin.delete(`/api/blogs/${blog.id}`);
    expect((await search(`subject=${client.username}`)).map(({ action }) => action)).toEqual([
      'role-changed',
      'member-added',
      'sessions-ended',
      'session-ended',
      'sessions-ended',
      'password-changed',
      'token-created',
      'signed-in',
      'user-created',
    ]);
    const [deleted, ofTeam] = await search(`actor=${admin.username}`);
    expect(deleted).toMatchObject({ action: 'blog-deleted', subject: 'To be deleted', details: { url: blog.url } });
    expect(ofTeam).toMatchObject({ action: 'team-deleted', subject: 'audited', subjectId: team.id });
  });

  test('who made an account for whom, and who came into a team and went, also by invitation', async () => {
    const at = Date.now();
    const account = { username: 'made@example.com', name: 'Made', password: 'a good password' };
    const { body: made } = await admin.post('/api/users', account);
    const { body: team } = await admin.post('/api/teams', { name: 'coming and going' });
    const members = `/api/teams/${team.id}/members`;
    await admin.post(members, { userId: made.id });
    await admin.delete(`${members}/${made.id}`);
    const { body: first } = await admin.post(`/api/teams/${team.id}/invitations`, { role: 'member' });
    await user.post(`/api/invitations/${first.token}/accept`, {});
    await user.post(`/api/invitations/${first.token}/accept`, {}); // a member already: no deed
    for (const _ of [1, 2]) await admin.delete(`/api/teams/${team.id}/invitations/${first.id}`);
    await user.delete(`${members}/${user.id}`);
    const found = await search(`from=${new Date(at).toISOString()}`);
    expect(found.reverse()).toMatchObject([
      { action: 'user-created', actor: admin.username, subject: made.username, subjectId: made.id, details: null },
      { action: 'member-added', actor: admin.username, subject: made.username, details: { role: 'member' } },
      { action: 'member-removed', actor: admin.username, subject: made.username, details: { team: team.name } },
      { action: 'invitation-made', subject: team.name, subjectId: team.id, details: { invitation: first.id } },
      { action: 'invitation-used', actor: user.username, subject: team.name, details: { invitation: first.id } },
      { action: 'invitation-revoked', actor: admin.username, details: { invitation: first.id } },
      { action: 'member-left', actor: user.username, subject: user.username, details: { team: team.name } },
    ]);
    expect(JSON.stringify(found)).not.toContain(first.token);
    expect((await search(`subject=${admin.username}&action=user-created`))[0]).toMatchObject({
      actor: admin.username,
      details: { admin: true },
    });
  });

  test('nothing of a deed that was undone', async () => {
    const undone = transaction(database(), async () => {
      await record(OPERATOR, 'exported', { name: 'undone' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await search('subject=undone')).toEqual([]);
    await expect(record(OPERATOR, 'exported', { name: 'x' })).rejects.toThrow('transaction');
  });
});

describe('it can', () => {
  test('not be changed, by nobody', async () => {
    const before = await AuditEvent.count();
    expect(before).toBeGreaterThan(5);
    for (const statement of [
      'DELETE FROM audit_events',
      "UPDATE audit_events SET actor = 'somebody else'",
      'TRUNCATE audit_events',
      'TRUNCATE users CASCADE; TRUNCATE audit_events CASCADE',
    ])
      await expect(database().query(statement), statement).rejects.toThrow('only ever added to');
    expect(await AuditEvent.count()).toBe(before);
  });

  test('be narrowed by time, and read by admins only', async () => {
    const [newest] = await search('limit=1');
    const time = newest?.time as string;
    expect(await search(`from=${new Date(Date.parse(time) + 1).toISOString()}`)).toEqual([]);
    expect((await search(`to=${time}&limit=500`)).length).toBeGreaterThan(5);
    for (const url of ['/api/admin/audit', '/api/admin/audit/export'])
      expect((await user.get(url)).status, url).toBe(403);
    expect((await admin.get('/api/admin/audit?from=yesterday')).status).toBe(400);
  });

  test('be exported, whole or narrowed, as what a spreadsheet and a program read', async () => {
    const row = { actor: 'operator', action: 'exported', subject: '=1+1, "quoted"' };
    const nobody = { actorId: null, subjectId: null, ip: null, details: null };
    await AuditEvent.bulkCreate(Array.from({ length: 1100 }, () => ({ ...row, ...nobody })));
    const csv = await admin.get('/api/admin/audit/export?subject=quoted');
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
    });
    const lines = csv.body.trimEnd().split('\r\n');
    expect(lines[0]).toBe('id,time,actor,actorId,action,subject,subjectId,ip,details');
    // The export's own line names the filter, not the subject.
    expect(lines).toHaveLength(1101);
    expect(lines[1]).toMatch(/,operator,,exported,"'=1\+1, ""quoted""",,,$/);
    const ndjson = await admin.get('/api/admin/audit/export?format=ndjson&action=exported');
    const events = ndjson.body
      .trimEnd()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    expect(events).toHaveLength(1102);
    expect(events[0]).toMatchObject({ actor: admin.username, subject: 'audit log', details: { format: 'ndjson' } });
    expect((await admin.get('/api/admin/audit/export?format=xml')).status).toBe(400);
  });
});
