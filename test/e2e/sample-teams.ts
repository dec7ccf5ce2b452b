import type { apiOf } from './server.ts';

type Call = ReturnType<typeof apiOf>;

/** Three teams, with the ids 1 to 3: one with an owner and a member, one with two owners and a long name, one that the first person is not in. */
export async function seedTeams(matti: Call, ada: Call): Promise<void> {
  const found = (call: Call, name: string) => call<{ id: number }>('POST', '/teams', { name });
  const club = await found(matti, 'Database club');
  const thursday = await found(matti, 'Systems readers who meet on the first Thursday of every month');
  await found(ada, 'Analytical engines');
  await matti('POST', `/teams/${club.id}/members`, { username: 'ada@example.com' });
  await matti('POST', `/teams/${thursday.id}/members`, { username: 'ada@example.com', role: 'owner' });
}
