import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, useServer } from '../../../test/app.ts';

const server = useServer();
let admin: Client;
let owner: Client;
let member: Client;
let stranger: Client;
let teams = 0;

beforeAll(async () => {
  admin = await server.user('Admin');
  owner = await server.user('Owner');
  member = await server.user('Member');
  stranger = await server.user('Stranger');
});

async function makeTeam() {
  const { body } = await owner.post('/api/teams', { name: `team ${++teams}` });
  await owner.post(`/api/teams/${body.id}/members`, { userId: member.id });
  return body.id as number;
}

test('a team is founded, and its name is unique in any case', async () => {
  const { status, body } = await owner.post('/api/teams', { name: 'toska' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'toska', memberCount: 1, role: 'owner' });
  expect(await member.post('/api/teams', { name: 'TOSKA' })).toMatchObject({
    status: 400,
    body: { error: ['name must be unique'] },
  });
  for (const bad of [{}, { name: '' }, { name: 1 }]) expect((await owner.post('/api/teams', bad)).status).toBe(400);
});

test('anybody sees teams, with his own role', async () => {
  const id = await makeTeam();
  expect((await stranger.get(`/api/teams/${id}`)).body).toEqual({
    id,
    name: expect.any(String),
    memberCount: 2,
    role: null,
    members: [
      { id: owner.id, name: 'Owner', role: 'owner' },
      { id: member.id, name: 'Member', role: 'member' },
    ],
  });
  const listed = (await member.get('/api/teams')).body.find((team: { id: number }) => team.id === id);
  expect(listed).toEqual({ id, name: expect.any(String), memberCount: 2, role: 'member' });
  expect((await member.get('/api/teams/99999')).status).toBe(404);
});

test('renaming and deleting are for owners and admins', async () => {
  const id = await makeTeam();
  for (const who of [member, stranger]) {
    expect((await who.put(`/api/teams/${id}`, { name: 'mine' })).status).toBe(403);
    expect((await who.delete(`/api/teams/${id}`)).status).toBe(403);
  }
  expect((await owner.put(`/api/teams/${id}`, { name: 'renamed' })).body.name).toBe('renamed');
  expect((await owner.put(`/api/teams/${id}`, { name: 'Toska' })).status).toBe(400);
  expect((await admin.delete(`/api/teams/${id}`)).status).toBe(204);
  expect((await admin.delete(`/api/teams/${id}`)).status).toBe(404);
});

describe('members', () => {
  test('are taken in by owners and admins, by id or username, once', async () => {
    const id = await makeTeam();
    const url = `/api/teams/${id}/members`;
    expect((await member.post(url, { userId: stranger.id })).status).toBe(403);
    expect(await owner.post(url, { username: stranger.username.toUpperCase(), role: 'owner' })).toMatchObject({
      status: 201,
      body: { id: stranger.id, role: 'owner' },
    });
    expect((await admin.post(url, { userId: stranger.id })).status).toBe(400);
    expect((await owner.post(url, { userId: 99999 })).status).toBe(404);
    expect((await owner.post(url, { username: 'no@x.fi' })).status).toBe(404);
    for (const bad of [{}, { userId: 'x' }, { userId: admin.id, role: 'king' }])
      expect((await owner.post(url, bad)).status, JSON.stringify(bad)).toBe(400);
  });

  test('get roles and leave, but never the last owner while others remain', async () => {
    const id = await makeTeam();
    const of = (who: Client) => `/api/teams/${id}/members/${who.id}`;
    expect((await member.put(of(member), { role: 'owner' })).status).toBe(403);
    expect((await owner.put(of(owner), { role: 'member' })).status).toBe(400);
    expect((await owner.delete(of(owner))).status).toBe(400);
    expect((await stranger.delete(of(member))).status).toBe(403);
    expect((await owner.put(of(member), { role: 'owner' })).body).toEqual({
      id: member.id,
      name: 'Member',
      role: 'owner',
      hidesProgress: false,
    });
    expect((await owner.delete(of(owner))).status).toBe(204);
    expect((await member.get(`/api/teams/${id}`)).body.members).toHaveLength(1);
    expect((await member.delete(of(owner))).status).toBe(404);
    expect((await member.delete(of(member))).status).toBe(204);
  });

  test('two owners leaving at once leave one behind', async () => {
    const id = await makeTeam();
    await owner.put(`/api/teams/${id}/members/${member.id}`, { role: 'owner' });
    await owner.post(`/api/teams/${id}/members`, { userId: stranger.id });
    const both = await Promise.all([owner, member].map((who) => who.delete(`/api/teams/${id}/members/${who.id}`)));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 400]);
  });
});
