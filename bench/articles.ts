import type pg from 'pg';

/** Words and articles that are always the same ones, with the words as frequent as words are: the n-th 1/n as often as the first. */
export class Generator {
  readonly words: string[];
  private readonly byFrequency: Uint16Array;
  private state = 42;

  constructor(vocabulary = 60_000) {
    const words = new Set<string>();
    while (words.size < vocabulary) {
      let word = '';
      for (let syllables = 1 + this.below(3); syllables; syllables--) word += this.pick(ONSETS) + this.pick(VOWELS);
      word += this.pick(ENDS);
      if (word.length > 2) words.add(word);
    }
    this.words = [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)); // frequent words are short
    const sums = this.words.map(
      (
        (sum) => (_, i) =>
          (sum += 1 / (i + 1))
      )(0),
    );
    this.byFrequency = new Uint16Array(1 << 20);
    for (let i = 0, word = 0; i < this.byFrequency.length; i++) {
      while ((sums[word] as number) < ((i + 0.5) / this.byFrequency.length) * (sums.at(-1) as number)) word++;
      this.byFrequency[i] = word;
    }
  }

  /** A number from 0 to 1 (mulberry32). */
  random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.random() * most);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  word(): string {
    return this.words[this.byFrequency[this.below(this.byFrequency.length)] as number] as string;
  }

  text(length: number): string {
    let text = '';
    while (text.length < length) text += this.word() + (this.random() < 0.07 ? '. ' : ' ');
    return text;
  }

  title(): string {
    return Array.from({ length: 4 + this.below(5) }, () =>
      this.random() < 0.5 ? this.word() : this.pick(this.words),
    ).join(' ');
  }

  name(): string {
    const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
    return `${capital(this.words[this.below(5000)] as string)} ${capital(this.pick(this.words))}`;
  }
}

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'fl',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'sh',
  'th',
  '',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ai', 'ou'];
const ENDS = ['', 'n', 'r', 's', 't', 'l', 'm', 'ck', 'nd'];
const BATCH = 1000;

/** Fills a migrated database with blogs and articles of `userId`, a tenth of them on his list, and a note on every hundredth. */
export async function loadArticles(
  client: pg.Client,
  generator: Generator,
  userId: number,
  count: number,
  say: (line: string) => void,
) {
  const authors = Array.from({ length: 5000 }, () => generator.name());
  const began = Date.now();
  // Words by batches and indexes at the end: by the triggers it is the same, and takes four times as long.
  await client.query(`SET synchronous_commit = off; ALTER TABLE blogs DISABLE TRIGGER index_words; ALTER TABLE articles DISABLE TRIGGER index_words;
    DROP INDEX blog_words_words; DROP INDEX blog_words_head`);
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, (_, i) => ({
      title: generator.title(),
      author: authors[Math.floor(generator.random() ** 2 * authors.length)] as string,
      url: `https://${generator.words[Math.floor(generator.random() ** 3 * 20_000)]}.example/${done + i}`,
      year: 2000 + generator.below(27),
      text: generator.text(5000),
    }));
    await client.query(
      `WITH given AS (SELECT *, row_number() OVER () AS n FROM jsonb_to_recordset($1) AS r (title text, author text, url text, year int, text text)),
       added AS (INSERT INTO blogs (title, author, url, year, user_id, created_at, updated_at)
         SELECT title, author, url, year, $2, now(), now() FROM given ORDER BY n RETURNING id, url),
       texts AS (INSERT INTO articles (blog_id, state, language, text, created_at, updated_at)
         SELECT a.id, 'ready', 'en', g.text, now(), now() FROM added a JOIN given g USING (url))
       INSERT INTO readinglists (user_id, blog_id, read, read_at, created_at, updated_at)
         SELECT $2, id, id % 20 = 0, CASE WHEN id % 20 = 0 THEN now() END, now(), now() FROM added WHERE id % 10 = 0`,
      [JSON.stringify(rows), userId],
    );
    if ((done + BATCH) % 20_000 === 0) say(`  ${done + BATCH} articles, ${Math.round((Date.now() - began) / 1000)} s`);
  }
  for (let id = 1; id <= count; id += 10_000)
    await client.query('SELECT count(carrel_index_blog(id)) FROM blogs WHERE id BETWEEN $1 AND $1 + 9999', [id]);
  say(`  words of all, ${Math.round((Date.now() - began) / 1000)} s`);
  await client.query(`SET maintenance_work_mem = '512MB'; CREATE INDEX blog_words_words ON blog_words USING gin (words);
    CREATE INDEX blog_words_head ON blog_words USING gin (head);
    ALTER TABLE blogs ENABLE TRIGGER index_words; ALTER TABLE articles ENABLE TRIGGER index_words`);
  await client.query(
    `INSERT INTO notes (content, shared, date, user_id, blog_id, created_at, updated_at)
     SELECT left(a.text, 300), true, now(), $1, a.blog_id, now(), now() FROM articles a WHERE a.blog_id % 100 = 0`,
    [userId],
  );
  await client.query('VACUUM ANALYZE');
  say(`  indexes and statistics, ${Math.round((Date.now() - began) / 1000)} s`);
}
