import { seedNotes } from './sample-notes.ts';
import { seedTalk } from './sample-talk.ts';
import { seedTeamReadings } from './sample-team-readings.ts';
import { seedTeams } from './sample-teams.ts';
import { apiOf, signUp } from './server.ts';

const BLOGS: [string, string, string, number | null, number][] = [
  ['Writing resilient components', 'Dan Abramov', 'https://overreacted.io/writing-resilient-components/', 2019, 34],
  ['A philosophy of software design, read slowly', 'Hillel Wayne', 'https://www.hillelwayne.com/post/psd/', 2022, 12],
  ['What every programmer should know about memory', 'Ulrich Drepper', 'https://lwn.net/Articles/250967/', 2007, 57],
  [
    'Parse, don’t validate',
    'Alexis King',
    'https://lexi-lambda.github.io/blog/2019/11/05/parse-don-t-validate/',
    2019,
    88,
  ],
  ['How Postgres makes transactions atomic', 'Brandur Leach', 'https://brandur.org/postgres-atomicity', 2017, 21],
  ['Choose boring technology', 'Dan McKinley', 'https://mcfunley.com/choose-boring-technology', 2015, 103],
  [
    'On the expressive power of programming languages, and why the notion of macro-expressibility is what most people mean without saying it',
    'Matthias Felleisen',
    'https://www2.ccs.neu.edu/racket/pubs/scp91-felleisen.ps.gz',
    1991,
    5,
  ],
  [
    'The law of leaky abstractions',
    'Joel Spolsky',
    'https://www.joelonsoftware.com/2002/11/11/the-law-of-leaky-abstractions/',
    2002,
    41,
  ],
  ['Reflections on trusting trust', 'Ken Thompson', 'https://dl.acm.org/doi/10.1145/358198.358210', null, 9],
  [
    'You can’t tell people anything',
    'Chip Morningstar',
    'http://habitatchronicles.com/2004/04/you-cant-tell-people-anything/',
    2004,
    0,
  ],
  ['Naming things in a codebase that other people read', 'Åsa Öberg', 'https://example.org/naming', 2024, 3],
  [
    'CSS for people who would rather not',
    'Josh Comeau',
    'https://www.joshwcomeau.com/css/rules-of-margin-collapse/',
    2021,
    16,
  ],
];

const TAGS = ['databases', 'craft', 'to reread'];

/** Two people, a library, the first one's reading list with some of it read, starred and tagged, notes and teams. The blogs have the ids 1 to 12. */
export async function seedSample(url: string) {
  const matti = await signUp(url, 'Matti Luukkainen');
  const ada = await signUp(url, 'Ada Lovelace');
  const ids: number[] = [];
  for (const [index, [title, author, address, year, likes]] of BLOGS.entries()) {
    const { call } = index % 3 ? matti : ada;
    const { id } = await call<{ id: number }>('POST', '/blogs', { title, author, url: address, year, likes });
    ids.push(id);
    if (index % 5 === 1) await matti.call('PUT', `/blogs/${id}/like`);
    const reading = await matti.call<{ id: number }>('POST', '/readinglists', { blogId: id });
    const tags = TAGS.filter((_, turn) => (index + turn) % 4 === 0);
    if (tags.length) await matti.call('PUT', `/readinglists/${reading.id}`, { tags, starred: index % 3 === 2 });
    if (index % 4 === 0) await matti.call('PUT', `/readinglists/${reading.id}`, { read: true });
  }
  await seedNotes(matti.call, ada.call, ids);
  await seedTeams(matti.call, ada.call);
  await seedTalk(matti.call, ada.call, ids[9] as number, 1);
  await seedTeamReadings(matti.call, ada.call, ids);
  return { matti, ada, anybody: apiOf(url) };
}
