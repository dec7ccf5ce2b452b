import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { Session } from '../server/features/sessions/session.model.ts';
import { Membership } from '../server/features/teams/membership.model.ts';
import { User } from '../server/features/users/user.model.ts';
import { Client, type TestServer } from './app.ts';

let teams = 0;

/** A team of `owner` with these members, who bring and find nothing yet. */
export async function makeTeam(owner: Client, ...members: Client[]): Promise<number> {
  const { body } = await owner.post('/api/teams', { name: `reading team ${++teams}` });
  await Membership.bulkCreate(members.map(({ id }) => ({ teamId: body.id, userId: id })));
  return body.id;
}

/** Puts a blog on a team's list. */
export async function share(team: number, blogId: number, who: Client): Promise<void> {
  const { status, body } = await who.post(`/api/teams/${team}/readings`, { blogId });
  expect(status, JSON.stringify(body)).toBe(201);
}

/** What somebody's own list says of a blog; never more than once. */
export async function entryOf(who: Client, blogId: number) {
  const { body } = await who.get('/api/readinglists?limit=500');
  const entries = body.filter((entry: { blog: { id: number } }) => entry.blog.id === blogId);
  expect(entries.length).toBeLessThan(2);
  return entries[0];
}

let readers = 0;

/** Signed-in users past sign-up and login, because many password hashes would take longer than what is tried with them. */
export async function makeReaders(server: TestServer, n: number): Promise<Client[]> {
  const from = readers;
  readers += n;
  const users = await User.bulkCreate(
    Array.from({ length: n }, (_, i) => ({
      username: `reader${from + i}@example.com`,
      name: `Reader ${from + i}`,
      passwordHash: '-',
    })),
  );
  await Session.bulkCreate(
    users.map(({ id }) => ({
      userId: id,
      kind: 'login' as const,
      tokenHash: createHash('sha256').update(`token-of-${id}`).digest(),
      lastSeenAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    })),
  );
  return users.map(({ id, username }) => new Client(server, `token-of-${id}`, id, username));
}
