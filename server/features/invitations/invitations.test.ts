import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { entryOf, makeReaders, makeTeam, share } from '../../../test/reading-teams.ts';
import { Membership } from '../teams/membership.model.ts';
import { User } from '../users/user.model.ts';
import { Invitation } from './invitation.model.ts';

const server = useServer({ signup: 'invitation' });
let admin: Client;
let owner: Client;
let member: Client;
let stranger: Client;
let accounts = 0;

beforeAll(async () => {
  [admin, owner, member, stranger] = (await makeReaders(server, 4)) as [Client, Client, Client, Client];
  await User.update({ admin: true }, { where: { id: admin.id } });
});

const invite = async (team: number, wanted: object = {}, who = owner): Promise<string> => {
  const { status, body } = await who.post(`/api/teams/${team}/invitations`, wanted);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.token;
};
const account = () => ({ username: `new${++accounts}@example.com`, name: 'New', password: 'correct horse' });
const accept = (token: string, who: Client) => who.post(`/api/invitations/${token}/accept`);
const look = (token: string) => server.nobody.get(`/api/invitations/${token}`);
const past = new Date(Date.now() - 1000);

describe('an invitation', () => {
  test('is made by owners and admins, and its token is shown once and kept nowhere', async () => {
    const team = await makeTeam(owner, member);
    const url = `/api/teams/${team}/invitations`;
    const { status, body } = await owner.post(url, { role: 'owner', maxUses: 3 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ role: 'owner', state: 'open', uses: 0, maxUses: 3, user: { id: owner.id } });
    expect(body.token).toMatch(/^[\w-]{43}$/);
    const inAWeek = Date.now() + 7 * 86_400_000;
    expect(Math.abs(new Date(body.expiresAt).getTime() - inAWeek)).toBeLessThan(60_000);
    const { token, ...rest } = body;
    expect((await owner.get(url)).body).toEqual([rest]);
    expect(JSON.stringify(await Invitation.findAll({ raw: true }))).not.toContain(token);
    await invite(team, { expiresAt: null }, admin);
    for (const who of [member, stranger]) {
      expect((await who.get(url)).status).toBe(403);
      expect((await who.post(url, {})).status).toBe(403);
      expect((await who.delete(`${url}/${body.id}`)).status).toBe(403);
    }
    for (const bad of [{ role: 'king' }, { maxUses: 0 }, { maxUses: 1.5 }, { expiresAt: past }, { expiresAt: 'soon' }])
      expect((await owner.post(url, bad)).status, JSON.stringify(bad)).toBe(400);
    expect((await owner.get('/api/teams/99999/invitations')).status).toBe(404);
    expect((await owner.delete(`${url}/99999`)).status).toBe(404);
  });

  test('tells whoever holds the link what it invites to, and nobody else anything', async () => {
    const team = await makeTeam(owner);
    const token = await invite(team, { expiresAt: null });
    expect(await look(token)).toMatchObject({
      status: 200,
      body: {
        team: { id: team },
        inviter: { name: expect.any(String) },
        role: 'member',
        expiresAt: null,
        signUp: true,
      },
    });
    for (const wrong of ['x', token.toLowerCase(), `${token}x`]) expect((await look(wrong)).status).toBe(404);
    expect((await server.nobody.post(`/api/invitations/${token}/accept`)).status).toBe(401);
    expect((await accept('x', stranger)).status).toBe(404);
  });

  test('takes a signed-in user into the team with its role, and its list comes along', async () => {
    const team = await makeTeam(owner);
    const blog = await makeBlog(admin);
    await share(team, blog.id, owner);
    const token = await invite(team, { role: 'owner' });
    expect(await accept(token, stranger)).toMatchObject({ status: 200, body: { id: team } });
    expect((await stranger.get(`/api/teams/${team}`)).body.role).toBe('owner');
    expect(await entryOf(stranger, blog.id)).toMatchObject({ read: false, teams: [{ id: team }] });
    // A member already stays as he is, and no use is counted.
    const demoting = await invite(team, { maxUses: 1 });
    expect((await accept(demoting, stranger)).status).toBe(200);
    expect((await stranger.get(`/api/teams/${team}`)).body.role).toBe('owner');
    expect((await look(demoting)).status).toBe(200);
  });

  test.each([
    ['taken back', async (id: number, team: number) => owner.delete(`/api/teams/${team}/invitations/${id}`)],
    ['expired', async (id: number) => Invitation.update({ expiresAt: past }, { where: { id } })],
    ['used as often as it may be', async (id: number) => Invitation.update({ uses: 2 }, { where: { id } })],
    ['may not invite any more', async (_: number, team: number) => demote(team)],
    ['may not invite any more', async () => User.update({ disabled: true }, { where: { id: owner.id } })],
  ])('that is over says so and opens nothing: %s', async (word, end) => {
    const team = await makeTeam(owner);
    const token = await invite(team, { maxUses: 2 });
    const [{ id }] = (await owner.get(`/api/teams/${team}/invitations`)).body;
    await end(id, team);
    const before = await User.unscoped().count();
    const answers = [
      await look(token),
      await accept(token, stranger),
      await server.nobody.post('/api/users', { ...account(), invitation: token }),
    ];
    expect((await admin.get(`/api/teams/${team}/invitations`)).body[0].state).not.toBe('open');
    await User.unscoped().update({ disabled: false }, { where: { id: owner.id } });
    for (const { status, body } of answers) {
      expect(status).toBe(410);
      expect(body.error).toContain(word);
    }
    expect(await User.unscoped().count()).toBe(before);
    expect(await Membership.count({ where: { teamId: team, userId: stranger.id } })).toBe(0);
  });

  const demote = (team: number) => Membership.update({ role: 'member' }, { where: { teamId: team, userId: owner.id } });

  test('goes with its team', async () => {
    const team = await makeTeam(owner);
    const token = await invite(team);
    await owner.delete(`/api/teams/${team}`);
    expect((await look(token)).status).toBe(404);
  });
});

describe('signing up with an invitation', () => {
  test('creates the account in the team, with its list, in one step', async () => {
    const team = await makeTeam(owner);
    const blog = await makeBlog(admin);
    await share(team, blog.id, owner);
    const fields = account();
    const { status } = await server.nobody.post('/api/users', { ...fields, invitation: await invite(team) });
    expect(status).toBe(201);
    const created = await server.login(fields.username);
    expect((await created.get(`/api/teams/${team}`)).body.role).toBe('member');
    expect(await entryOf(created, blog.id)).toMatchObject({ read: false });
  });

  test('that is refused costs no use: a taken or wrong username, a short password', async () => {
    const team = await makeTeam(owner);
    const token = await invite(team, { maxUses: 1 });
    const sign = (fields: object) => server.nobody.post('/api/users', { ...account(), ...fields, invitation: token });
    for (const bad of [{ username: stranger.username }, { username: 'nobody' }, { password: 'short' }])
      expect((await sign(bad)).status, JSON.stringify(bad)).toBe(400);
    expect((await sign({})).status).toBe(201);
    expect((await sign({})).status).toBe(410);
  });
});

describe('at once', () => {
  test('an invitation for three takes in three of twenty', async () => {
    const team = await makeTeam(owner);
    const token = await invite(team, { maxUses: 3 });
    const answers = await Promise.all((await makeReaders(server, 20)).map((who) => accept(token, who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(3).fill(200), ...Array(17).fill(410)]);
    expect(await Membership.count({ where: { teamId: team } })).toBe(4);
    expect(await Invitation.findOne({ where: { teamId: team } })).toMatchObject({ uses: 3 });
  });

  test('three of ten sign up with it, and of the others no account is left', async () => {
    const team = await makeTeam(owner);
    const token = await invite(team, { maxUses: 3 });
    const before = await User.unscoped().count();
    const sign = () => server.nobody.post('/api/users', { ...account(), invitation: token });
    const answers = await Promise.all(Array.from({ length: 10 }, sign));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(3).fill(201), ...Array(7).fill(410)]);
    expect(await User.unscoped().count()).toBe(before + 3);
    expect(await Membership.count({ where: { teamId: team } })).toBe(4);
  });

  test('one who accepts ten times over is in once, at the cost of one use', async () => {
    const team = await makeTeam(owner);
    const token = await invite(team);
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token, stranger)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await Invitation.findOne({ where: { teamId: team } })).toMatchObject({ uses: 1 });
  });

  test('taken back while many accept: whoever was answered is in, nobody else', async () => {
    const team = await makeTeam(owner);
    const { body } = await owner.post(`/api/teams/${team}/invitations`, {});
    const readers = await makeReaders(server, 10);
    const [answers] = await Promise.all([
      Promise.all(readers.map((who) => accept(body.token, who))),
      owner.delete(`/api/teams/${team}/invitations/${body.id}`),
    ]);
    const taken = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(10 - taken);
    expect(await Membership.count({ where: { teamId: team } })).toBe(1 + taken);
  });
});

test('while sign-up is by invitation, without one only admins create accounts', async () => {
  expect(await server.nobody.post('/api/users', account())).toMatchObject({
    status: 403,
    body: { error: 'sign-up is by invitation on this server; ask an owner of a team for a link' },
  });
  expect((await member.post('/api/users', account())).status).toBe(403);
  expect((await admin.post('/api/users', account())).status).toBe(201);
  expect((await server.nobody.get('/api/status')).body.signup).toBe('invitation');
});
