import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { hashPassword } from '../server/features/users/password.ts';
import type { Fill, Value } from './fill.ts';
import { pick, shuffle, skewed, title, word, words, zipf } from './generate.ts';

/** How much there is of everything. Teams, notes, marks and likes follow from these three. */
export const SIZES = {
  s: { blogs: 1_000, users: 100, readings: 5_000 },
  m: { blogs: 100_000, users: 10_000, readings: 500_000 },
  l: { blogs: 1_000_000, users: 100_000, readings: 5_000_000 },
} as const;
export type Size = keyof typeof SIZES;
type Amounts = (typeof SIZES)[Size];

export const PASSWORD = 'read me first';
/** The users with ids 2 to 21 have exactly 50 readings. */
export const READERS = { from: 2, to: 21, readings: 50 } as const;

const MINUTE_MS = 60_000;
const THREE_YEARS_MS = 1_576_800 * MINUTE_MS;

/** The end of these years, the same for every library. */
const now = Date.UTC(2026, 0, 1);
const today = new Date(now).toISOString();

/** When row `n` of `most` was made and changed: evenly over three years. */
function times(n: number, most: number): [string, string] {
  const made = now - MINUTE_MS - THREE_YEARS_MS * (1 - n / most);
  return [new Date(made).toISOString(), today];
}

function* count(most: number, row: (i: number) => Value[]): Generator<Value[]> {
  for (let i = 1; i <= most; i++) yield row(i);
}

/** Fills an empty, migrated database. Every value comes from the number of its row: the same library every time. */
export async function loadLibrary(
  client: pg.Client,
  fill: Fill,
  size: Size,
  say: (line: string) => void,
): Promise<void> {
  const amounts = SIZES[size];
  await client.query('SET synchronous_commit = off');
  for (const [table, columns, rows] of tablesOf(amounts, await hashPassword(PASSWORD))) {
    const began = Date.now();
    const filled = await fill(table, [...columns.split(', '), 'created_at', 'updated_at'], rows);
    say(`  ${table}: ${filled.toLocaleString('en')} rows in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  await client.query('VACUUM (ANALYZE)');
}

function* tablesOf(amounts: Amounts, passwordHash: string): Generator<[string, string, Iterable<Value[]>]> {
  const { users, blogs } = amounts;
  yield [
    'users',
    'username, name, password_hash, admin',
    count(users, (i) => [`reader${i}@example.com`, title(i, 1, 2), passwordHash, i === 1, ...times(i, users)]),
  ];
  const inNineYears = new Date(now + 3 * THREE_YEARS_MS).toISOString();
  yield [
    'sessions',
    'user_id, token_hash, kind, user_agent, ip, last_seen_at, expires_at, sliding',
    count(users, (i) => {
      const hash = createHash('sha256').update(tokenOf(i)).digest();
      return [i, hash, 'token', 'bench', '127.0.0.1', today, inNineYears, false, today, today];
    }),
  ];
  yield [
    'blogs',
    'title, author, url, year, likes, user_id',
    count(blogs, (i) => [
      title(i, 2, 4 + (i % 5)),
      i % 20 ? title(zipf(i, 3, blogs / 10), 4, 2) : null,
      `https://blog.example/${i}/${word(100 + (i % 7900))}`,
      i % 10 ? 2025 - skewed(i, 5, 30) : null,
      Math.floor(3000 ** (pick(i, 6) ** 2)) - 1,
      zipf(i, 7, users),
      ...times(i, blogs),
    ]),
  ];
  yield ['readinglists', 'user_id, blog_id, read, read_at', readingsOf(amounts)];
  yield [
    'notes',
    'content, important, shared, date, user_id, blog_id',
    count(blogs, (i) => [
      words(i, 12, 6 + (i % 20)),
      i % 7 === 0,
      i % 5 > 0,
      new Date(now - MINUTE_MS * (blogs - i)).toISOString(),
      zipf(i, 13, users),
      i % 4 ? zipf(i, 14, blogs) : null,
      ...times(i, blogs),
    ]),
  ];
  yield ['user_notes', 'user_id, note_id', pairs(drawPairs(blogs / 2, [15, users], [16, blogs]), blogs)];
  yield ['likes', 'user_id, blog_id', pairs(drawPairs(blogs * 2, [17, users], [18, blogs]), blogs)];
  yield ['teams', 'name', count(users / 10, (i) => [`${title(i, 19, 2)} ${i}`, ...times(i, users / 10)])];
  yield [
    'memberships',
    'team_id, user_id, role',
    count(users * 1.5, (i) => {
      const round = i > users ? 1 : 0; // the second team of the first half is never the first one again
      const team = 1 + ((i + round * 3) % (users / 10));
      return [team, 1 + (i % users), i % 5 ? 'member' : 'owner', today, today];
    }),
  ];
}

/** A reader here and there has thousands, most have a few; the entries of all come in turn, as they do in real life. */
function* readingsOf({ users, blogs, readings }: Amounts): Generator<Value[]> {
  const most = blogs + 1;
  const known = (READERS.to - READERS.from + 1) * READERS.readings;
  const entries = new Float64Array(readings);
  for (let k = 0; k < known; k++) {
    const reader = READERS.from + Math.floor(k / READERS.readings);
    entries[k] = reader * most + 1 + ((reader * 37 + (k % READERS.readings) * 7919) % blogs);
  }
  // Of those that everybody draws half comes up again and again.
  const drawn = drawPairs(readings * 2, [8, users - READERS.to], [9, blogs], READERS.to);
  if (drawn.length < readings - known) throw new Error(`Only ${drawn.length} entries were drawn.`);
  shuffle(drawn, 10);
  entries.set(drawn.subarray(0, readings - known), known);
  shuffle(entries, 11);
  let n = 0;
  for (const entry of entries) {
    const read = pick(++n, 12) < 0.6;
    yield [Math.floor(entry / most), entry % most, read, read ? today : null, ...times(n, readings)];
  }
}

/** Different pairs of two skewed numbers as `first * (most second + 1) + second`, in order; `from` is added to the first one. */
function drawPairs(tries: number, first: [number, number], [salt, most]: [number, number], from = 0): Float64Array {
  const drawn = new Float64Array(tries);
  for (let k = 0; k < tries; k++) drawn[k] = (from + zipf(k, ...first)) * (most + 1) + zipf(k, salt, most);
  drawn.sort();
  let different = 0;
  for (const pair of drawn) if (pair !== drawn[different - 1]) drawn[different++] = pair;
  return drawn.subarray(0, different);
}

function* pairs(drawn: Float64Array, most: number): Generator<Value[]> {
  for (const pair of drawn) yield [Math.floor(pair / (most + 1)), pair % (most + 1), today, today];
}

/** The token of a user of the library, good for nine years. */
export function tokenOf(userId: number): string {
  return `bench-${userId}`;
}

/** Names what a library is made by: this file, the one that makes the values, and the schema. A kept one with another mark is made anew. */
export function markOf(size: Size, migrations: string[]): string {
  const made = [import.meta.url, new URL('./generate.js', import.meta.url)].map((file) =>
    readFileSync(new URL(file), 'utf8'),
  );
  return createHash('sha256')
    .update([...made, size, ...migrations].join('\n'))
    .digest('hex');
}
