import { createHash } from 'node:crypto';
import type pg from 'pg';
import { hashPassword } from '../server/features/users/password.ts';

/** How much there is of everything. Teams, notes, marks and likes follow from these three. */
export const SIZES = {
  s: { blogs: 1_000, users: 100, readings: 5_000 },
  m: { blogs: 100_000, users: 10_000, readings: 500_000 },
  l: { blogs: 1_000_000, users: 100_000, readings: 5_000_000 },
} as const;
export type Size = keyof typeof SIZES;

export const PASSWORD = 'read me first';
/** The users with ids 2 to 21 have exactly 50 readings. */
export const READERS = { from: 2, to: 21, readings: 50 } as const;

/**
 * What numbers become here, always the same ones: `pick` from 0 to 1; `zipf` from 1 to `most`, where number k of the favourites
 * comes up 1/k as often as the first one, and the favourites are spread over the table (7919 is prime to every size); `word`
 * of a language whose words begin with a few frequent ones.
 */
const FUNCTIONS = `
  CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, salt int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
    $$ SELECT (hashint8extended(n, salt) & 9007199254740991)::float8 / 9007199254740992 $$;
  CREATE OR REPLACE FUNCTION pg_temp.zipf(n bigint, salt int, most int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT (1 + floor(power(most, pg_temp.pick(n, salt)))::bigint * 7919 % most)::int $$;
  CREATE OR REPLACE FUNCTION pg_temp.word(rank int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN rank < 8 THEN ('{the,web,postgres,reading,code,test,on,react}'::text[])[rank + 1] ELSE s[1 + rank % 20] || s[1 + rank / 20 % 20] || s[1 + rank / 400 % 20] END
    FROM (VALUES ('{ka,lo,mi,ne,ru,sa,ti,vo,pe,da,hu,jo,ly,ro,na,se,to,vi,ma,ki}'::text[])) AS syllables(s) $$;
  CREATE OR REPLACE FUNCTION pg_temp.words(n bigint, salt int, many int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT string_agg(pg_temp.word(floor(power(8000, pg_temp.pick(n * 64 + i, salt)))::int - 1), ' ') FROM generate_series(1, many) i $$;`;

/** Fills an empty, migrated database, each step one statement on the server: nothing has to travel there. */
export async function loadLibrary(client: pg.Client, size: Size, say: (line: string) => void): Promise<void> {
  const { users, blogs, readings } = SIZES[size];
  const fill = async (table: string, columns: string, select: string) => {
    const began = Date.now();
    const { rowCount } = await client.query(`INSERT INTO ${table} (${columns}, created_at, updated_at) ${select}`);
    say(`  ${table}: ${rowCount?.toLocaleString('en')} rows in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  /** Three years, the last row a minute ago. */
  const times = (n: string, most: number) =>
    `now() - interval '1 minute' * (1 + 1576800.0 * (${most} - ${n}) / ${most}), now()`;

  await client.query(`SET synchronous_commit = off; ${FUNCTIONS}`);
  await fill(
    'users',
    'username, name, password_hash, admin',
    `SELECT 'reader' || i || '@example.com', initcap(pg_temp.words(i, 1, 2)), '${await hashPassword(PASSWORD)}', i = 1, ${times('i', users)}
     FROM generate_series(1, ${users}) i`,
  );
  await fill(
    'sessions',
    'user_id, token_hash, kind, user_agent, ip, last_seen_at, expires_at, sliding',
    `SELECT i, sha256(convert_to('bench-' || i, 'UTF8')), 'token', 'bench', '127.0.0.1', now(), now() + interval '9 years', false, now(), now()
     FROM generate_series(1, ${users}) i`,
  );
  await fill(
    'blogs',
    'title, author, url, year, likes, user_id',
    `SELECT initcap(pg_temp.words(i, 2, 4 + i % 5)),
       CASE WHEN i % 20 > 0 THEN initcap(pg_temp.words(pg_temp.zipf(i, 3, ${blogs / 10}), 4, 2)) END, 'https://blog.example/' || i || '/' || pg_temp.word(100 + i % 7900),
       CASE WHEN i % 10 > 0 THEN 2026 - floor(power(30, pg_temp.pick(i, 5)))::int END, floor(power(3000, power(pg_temp.pick(i, 6), 2)))::int - 1, pg_temp.zipf(i, 7, ${users}), ${times('i', blogs)}
     FROM generate_series(1, ${blogs}) i`,
  );
  // A reader here and there has thousands, most have a few; the entries of all come in turn, as they do in real life.
  const others = readings - (READERS.to - READERS.from + 1) * READERS.readings;
  await fill(
    'readinglists',
    'user_id, blog_id, read, read_at',
    `SELECT user_id, blog_id, read, CASE WHEN read THEN now() END, ${times('(row_number() OVER ())', readings)}
     FROM (SELECT user_id, blog_id, pg_temp.pick(user_id::bigint * 1000003 + blog_id, 10) < 0.6 AS read
           FROM (SELECT i AS user_id, 1 + (i * 37 + j * 7919) % ${blogs} AS blog_id
                 FROM generate_series(${READERS.from}, ${READERS.to}) i, generate_series(1, ${READERS.readings}) j
                 UNION ALL
                 (SELECT user_id, blog_id
                  FROM (SELECT DISTINCT ${READERS.to} + 1 + pg_temp.zipf(k, 8, ${users}) % ${users - READERS.to} AS user_id, pg_temp.zipf(k, 9, ${blogs}) AS blog_id
                        FROM generate_series(1, ${others * 2}) k) AS drawn -- the favourites of favourite readers come up again and again
                  ORDER BY pg_temp.pick(user_id::bigint * 1000003 + blog_id, 12) LIMIT ${others})) AS all_of_them
           ORDER BY pg_temp.pick(user_id::bigint * 1000003 + blog_id, 11)) AS entries`,
  );
  await fill(
    'notes',
    'content, important, shared, date, user_id, blog_id',
    `SELECT pg_temp.words(i, 12, 6 + (i % 20)), i % 7 = 0, i % 5 > 0, now() - interval '1 minute' * (${blogs} - i), pg_temp.zipf(i, 13, ${users}), CASE WHEN i % 4 > 0 THEN pg_temp.zipf(i, 14, ${blogs}) END, ${times('i', blogs)}
     FROM generate_series(1, ${blogs}) i`,
  );
  await fill(
    'user_notes',
    'user_id, note_id',
    `SELECT DISTINCT pg_temp.zipf(i, 15, ${users}), pg_temp.zipf(i, 16, ${blogs}), now(), now() FROM generate_series(1, ${blogs / 2}) i`,
  );
  await fill(
    'likes',
    'user_id, blog_id',
    `SELECT DISTINCT pg_temp.zipf(i, 17, ${users}), pg_temp.zipf(i, 18, ${blogs}), now(), now() FROM generate_series(1, ${blogs * 2}) i`,
  );
  await fill(
    'teams',
    'name',
    `SELECT initcap(pg_temp.words(i, 19, 2)) || ' ' || i, ${times('i', users)} FROM generate_series(1, ${users / 10}) i`,
  );
  await fill(
    'memberships',
    'team_id, user_id, role',
    `SELECT DISTINCT ON (1, 2) 1 + (i * 7919 / 3 + i % 3) % ${users / 10}, 1 + i % ${users}, CASE WHEN i % 5 = 0 THEN 'owner' ELSE 'member' END, now(), now()
     FROM generate_series(1, ${users * 1.5}) i`,
  );
  await client.query('VACUUM (ANALYZE)');
}

/** The token of a user of the library, good for nine years. */
export function tokenOf(userId: number): string {
  return `bench-${userId}`;
}

/** Names what a library is made by: the sizes and this file's statements. A kept one with another mark is made anew. */
export function markOf(size: Size, migrations: string[]): string {
  const made = [loadLibrary.toString(), FUNCTIONS, size, ...migrations].join('\n');
  return createHash('sha256').update(made).digest('hex');
}
