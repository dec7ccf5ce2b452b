export type DemoUser = 'aino' | 'tomas' | 'priya' | 'jonas' | 'mei' | 'amara' | 'leila' | 'oskar';

/** The first becomes the admin, as on every server. */
export const USERS: { key: DemoUser; name: string; disabled?: boolean }[] = [
  { key: 'aino', name: 'Aino Lehtonen' },
  { key: 'tomas', name: 'Tomás Rivera' },
  { key: 'priya', name: 'Priya Nair' },
  { key: 'jonas', name: 'Jonas Weber' },
  { key: 'mei', name: 'Mei Chen' },
  { key: 'amara', name: 'Amara Okafor' },
  { key: 'leila', name: 'Leila Haddad' },
  { key: 'oskar', name: 'Oskar Nyberg', disabled: true }, // left the team; what he collected stays
];

/** example.com belongs to nobody: no mail goes astray. */
export function addressOf(user: DemoUser): string {
  return `${user}@example.com`;
}

/** The first of each founds it and is its owner. */
export const TEAMS: { name: string; members: DemoUser[] }[] = [
  { name: 'Frontend', members: ['tomas', 'leila', 'mei', 'aino'] },
  { name: 'Platform and databases', members: ['priya', 'jonas', 'mei', 'oskar'] },
  { name: 'Thursday reading circle', members: ['aino', 'amara', 'jonas', 'leila', 'priya'] },
];
