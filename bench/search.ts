// npm run bench:search: how long GET /api/search takes in a library of 100,000 articles of 5 kB, on PostgreSQL.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { createMigrator } from '../server/database/migrator.ts';
import { parseDatabaseUrl } from '../server/database/url.ts';
import { connectTo } from '../server/open.ts';
import { Generator, loadArticles } from './articles.ts';

const { values: options } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, each: { type: 'string', default: '40' } },
});
const config = { ...readConfig(), logLevel: 'silent' as const };
if (!config.databaseUrl)
  throw new Error('DATABASE_URL must name an empty database of PostgreSQL; it is filled and kept for the next time.');
const address = parseDatabaseUrl(config.databaseUrl);
const { sequelize, close } = await connectTo({ kind: 'postgres', address, stop: async () => {} }, config.poolSize);
const migrator = createMigrator(sequelize);
await migrator.up();
const app = await buildApp(config, migrator);
const generator = new Generator();

const account = { username: 'bench@example.com', name: 'Bench', password: 'read me first' };
await app.inject({ method: 'POST', url: '/api/users', payload: account });
const { token, id: userId } = (await app.inject({ method: 'POST', url: '/api/login', payload: account })).json();
const client = new pg.Client(address);
await client.connect();
if (!(await client.query('SELECT FROM blogs LIMIT 1')).rowCount)
  await loadArticles(client, generator, userId, Number(options.articles), console.log);
const { rows: samples } = await client.query<{ title: string; author: string; phrase: string; url: string }>(
  `SELECT b.title, b.author, b.url, substring(a.text from 'ace [a-z]+ [a-z]+') AS phrase
   FROM blogs b JOIN articles a ON a.blog_id = b.id WHERE b.id % 997 = 0 ORDER BY b.id DESC`,
);
const sizes = await client.query<{ line: string }>(
  `SELECT count(*) || ' articles of ' || avg(length(text))::int || ' characters; blog_words ' || pg_size_pretty(pg_total_relation_size('blog_words'))
     || ', of it the index of words ' || pg_size_pretty(pg_relation_size('blog_words_words')) AS line FROM articles`,
);
console.log(sizes.rows[0]?.line);
await client.end();

/** A word by its place among the frequent ones. */
const at = (place: number) => generator.words[place] as string;
const sample = (n: number) => samples[n % samples.length] as (typeof samples)[number];
const misspell = (word: string) => word.slice(0, 3) + word.slice(4);

const SEARCHES: Record<string, (n: number) => string> = {
  'a rare word': (n) => at(20_000 + n * 977),
  'a word in one of a hundred': (n) => at(3_000 + n * 31),
  'a word in one of ten': (n) => at(500 + n * 7),
  'a word in most': (n) => at(20 + n),
  'a word in all': (n) => at(n % 8),
  'two words in all': (n) => `${at(n % 8)} ${at(8 + (n % 8))}`,
  'three words, one rare': (n) => `${at(n % 8)} ${at(300 + n)} ${at(9_000 + n * 31)}`,
  'a whole title': (n) => sample(n).title,
  'an author': (n) => sample(n).author,
  'words with OR': (n) => `${at(n % 8)} OR ${at(400 + n)}`,
  'words with a minus': (n) => `${at(n % 8)} -${at(30 + n)}`,
  'a phrase there is': (n) => `"${sample(n).phrase}"`,
  'a phrase of words in all': (n) => `"${at(n % 8)} ${at(8 + (n % 8))} ${at(n % 5)}"`,
  'a misspelt word': (n) => misspell(at(40_000 + n * 401)),
  'a misspelt author': (n) => sample(n).author.split(' ').map(misspell).join(' '),
  'a word in all, an author': (n) => `${at(n % 8)} author:"${sample(n).author}"`,
  'a word in all, a year': (n) => `${at(n % 8)} year:${2000 + (n % 27)}`,
  'a word in all, a site': (n) => `${at(n % 8)} site:${new URL(sample(n).url).hostname}`,
  'a word in most, unread': (n) => `${at(20 + n)} is:unread`,
  'a word in most, not read, no note': (n) => `${at(20 + n)} -is:read -has:note`,
  'filters alone': (n) => `year:${2000 + (n % 27)} is:unread`,
};

async function time(url: string): Promise<number> {
  const began = performance.now();
  const { statusCode, body } = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`);
  return performance.now() - began;
}

const percentile = (times: number[], p: number) =>
  times
    .sort((a, b) => a - b)
    [Math.ceil(times.length * p) - 1]?.toFixed(0)
    .padStart(5);
const line = (name: string, times: number[]) =>
  console.log(`${name.padEnd(36)} ${percentile(times, 0.5)} ${percentile(times, 0.95)} ${percentile(times, 1)}`);

const each = Number(options.each);
console.log(`\n${'ms, one after the other'.padEnd(36)}   p50   p95   max`);
const all: number[] = [];
for (const [name, search] of Object.entries(SEARCHES)) {
  const times: number[] = [];
  for (let n = -2; n < each; n++) {
    const took = await time(`/api/search?q=${encodeURIComponent(search(Math.abs(n)))}`);
    if (n >= 0) times.push(took); // the first two warm up
  }
  line(name, times);
  all.push(...times);
}
line('all of them', all);
const blogs: number[] = [];
for (let n = 0; n < each; n++) blogs.push(await time(`/api/blogs?search=${at(n % 2 ? n : 10_000 + n * 997)}`));
line('GET /api/blogs?search=', blogs);
await app.close();
await close();
