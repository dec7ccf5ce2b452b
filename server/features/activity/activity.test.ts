import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { Membership } from '../teams/membership.model.ts';
import type { ActivityAnswer, NotificationAnswer } from './activity.schemas.ts';

const server = useServer();
let admin: Client;
let ann: Client;
let ben: Client;
let team: number;
let blog: { id: number; title: string };

beforeAll(async () => {
  admin = await server.user('Admin');
  ann = await server.user('Ann');
  ben = await server.user('Ben');
  team = (await ann.post('/api/teams', { name: 'active' })).body.id;
  await ann.post(`/api/teams/${team}/members`, { userId: ben.id });
  blog = await makeBlog(admin, { title: 'Clean React' });
  await ann.post(`/api/teams/${team}/readings`, { blogId: blog.id });
});

async function notificationsOf(who: Client, query = ''): Promise<NotificationAnswer[]> {
  return (await who.get(`/api/notifications?${query}`)).body;
}

describe('notifications', () => {
  test('tell of being taken into a team, of its list, of mentions, replies, reactions and marks, to whom they concern', async () => {
    const { body: note } = await ann.post('/api/notes', {
      content: 'what do you say, @Ben',
      teamId: team,
      blogId: blog.id,
    });
    await ben.post(`/api/notes/${note.id}/replies`, { content: 'a lot' });
    await ben.put(`/api/notes/${note.id}/reactions/agree`);
    await ben.put(`/api/notes/${note.id}/mark`);
    await ben.put(`/api/notes/${note.id}/mark`);
    const toBen = await notificationsOf(ben);
    expect(toBen.map(({ kind }) => kind)).toEqual(['mentioned', 'team-reading', 'added-to-team']);
    expect(toBen[0]).toEqual({
      id: expect.any(Number),
      kind: 'mentioned',
      time: expect.any(String),
      seen: false,
      actor: { id: ann.id, name: 'Ann' },
      team: { id: team, name: 'active' },
      blog: { id: blog.id, title: 'Clean React' },
      note: { id: note.id, excerpt: 'what do you say, @Ben' },
    });
    expect((await notificationsOf(ann)).map(({ kind }) => kind)).toEqual(['marked', 'reacted', 'replied']);
    expect(await notificationsOf(admin)).toEqual([]);
  });

  test('are counted until they are seen, up to the one that was', async () => {
    const { headers, body } = await ben.get('/api/notifications?limit=1');
    expect(headers['x-counts']).toBe('unseen=3');
    expect(headers.link).toBeDefined();
    const oldest = (await notificationsOf(ben)).at(-1) as NotificationAnswer;
    expect((await ben.put('/api/notifications/seen', { upTo: oldest.id })).status).toBe(204);
    expect(await notificationsOf(ben, 'unseen=1')).toHaveLength(2);
    expect((await ben.put('/api/notifications/seen', {})).status).toBe(204);
    expect((await ben.get('/api/notifications')).headers['x-counts']).toBe('unseen=0');
    expect((await notificationsOf(ben))[0]).toEqual({ ...body[0], seen: true });
    expect((await ann.get('/api/notifications')).headers['x-counts']).toBe('unseen=3');
    expect((await ben.put('/api/notifications/seen', { upTo: 'x' })).status).toBe(400);
  });

  test('go with what they are about, and with the right to see it', async () => {
    const reader = await server.user('Reader');
    const { body: open } = await ann.post('/api/notes', { content: '@Reader look' });
    const { body: gone } = await ann.post('/api/notes', { content: '@Reader look again' });
    expect(await notificationsOf(reader)).toHaveLength(2);
    await ann.put(`/api/notes/${open.id}`, { shared: false });
    await ann.delete(`/api/notes/${gone.id}`);
    expect(await notificationsOf(reader)).toEqual([]);
    expect((await reader.get('/api/notifications')).headers['x-counts']).toBe('unseen=0');
  });
});

describe('a team’s activity', () => {
  const activity = async (who: Client, query = ''): Promise<ActivityAnswer[]> => {
    const { status, body } = await who.get(`/api/teams/${team}/activity?${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };

  test('has who joined, listed, read and noted, to members and admins', async () => {
    const row = (await ben.get('/api/readinglists')).body[0];
    await ben.put(`/api/readinglists/${row.id}`, { read: true });
    await ben.post('/api/notes', { content: 'mine alone', blogId: blog.id, shared: false });
    await ben.post('/api/notes', { content: 'for all', blogId: blog.id });
    const seen = await activity(ann);
    const lines = seen.map(({ kind, user, note }) => `${user.name} ${kind} ${note?.excerpt ?? ''}`.trim());
    expect(lines.slice(0, 2)).toEqual(['Ben noted for all', 'Ben read']);
    expect(lines).toEqual(expect.arrayContaining(['Ann listed', 'Ann joined', 'Ben joined']));
    expect(JSON.stringify(seen)).not.toContain('mine alone');
    expect((await activity(admin)).some(({ note }) => note?.excerpt.includes('@Ben'))).toBe(false);
    const stranger = await server.user();
    expect((await stranger.get(`/api/teams/${team}/activity`)).status).toBe(403);
    expect((await ann.get('/api/teams/99999/activity')).status).toBe(404);
  });

  test('is paged without a gap, and has nothing of what a member reads who hides it', async () => {
    const whole = await activity(ann);
    const paged: ActivityAnswer[] = [];
    let next: string | undefined = `/api/teams/${team}/activity?limit=2`;
    while (next) {
      const { body, headers } = await ann.get(next);
      paged.push(...body);
      next = /^<(.*)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1];
    }
    expect(paged).toEqual(whole);
    expect((await ann.get(`/api/teams/${team}/activity?cursor=x`)).status).toBe(400);
    const cursor = Buffer.from('["activity","no time at all",1]').toString('base64url');
    expect((await ann.get(`/api/teams/${team}/activity?cursor=${cursor}`)).status).toBe(400);
    await Membership.update({ hidesProgress: true }, { where: { teamId: team, userId: ben.id } });
    expect((await activity(ann)).filter(({ kind }) => kind === 'read')).toEqual([]);
  });
});
