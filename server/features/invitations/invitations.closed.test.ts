import { expect, test } from 'vitest';
import { type Client, useServer } from '../../../test/app.ts';
import { makeReaders, makeTeam } from '../../../test/reading-teams.ts';
import { User } from '../users/user.model.ts';

const server = useServer({ signup: 'closed' });

test('while sign-up is closed an admin’s invitation creates accounts, an owner’s takes in who has one', async () => {
  const [admin, owner, reader] = (await makeReaders(server, 3)) as [Client, Client, Client];
  await User.update({ admin: true }, { where: { id: admin.id } });
  const team = await makeTeam(owner);
  const invite = async (who: Client) => (await who.post(`/api/teams/${team}/invitations`, {})).body.token;
  const [byOwner, byAdmin] = [await invite(owner), await invite(admin)];
  const signUp = (username: string, invitation?: string) =>
    server.nobody.post('/api/users', { username, name: 'New', password: 'correct horse', invitation });
  expect((await server.nobody.get(`/api/invitations/${byOwner}`)).body.signUp).toBe(false);
  expect((await server.nobody.get(`/api/invitations/${byAdmin}`)).body.signUp).toBe(true);
  expect((await signUp('a@example.com')).status).toBe(403);
  expect((await signUp('b@example.com', byOwner)).status).toBe(403);
  expect((await signUp('c@example.com', byAdmin)).status).toBe(201);
  expect((await reader.post(`/api/invitations/${byOwner}/accept`)).status).toBe(200);
});
