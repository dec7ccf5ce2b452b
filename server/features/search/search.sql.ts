import sql, { empty, join, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { type BlogRow, blogColumns } from '../blogs/blogs.sql.ts';
import { visibleTo } from '../notes/visible.sql.ts';
import { filterConditions } from './filters.sql.ts';
import type { Search } from './parseSearch.ts';

/** One thing found, with its blog, as the database answers; what is marked in title and snippet stands between MARKS. */
export interface FoundRow extends Omit<BlogRow, 'id'> {
  id: number;
  sortKey: number;
  kind: 'blog' | 'note' | 'similar';
  markedTitle: string | null;
  markedText: string | null;
  blogId: number | null;
  noteDate: string | null;
  noteUserId: number;
  noteUserName: string;
  readingId: number | null;
  read: boolean;
}

/** Best first; a note's score is odd and a blog's even, so that two with one id differ. */
export const SEARCH_ORDER: Keyset = {
  name: 'rank',
  key: { sql: 'h.score', type: 'int' },
  id: 'h.id',
  direction: 'DESC',
};

/** Around a match, as `ts_headline` sets them; `carrel_searchable` takes them out of what it is given. */
export const MARKS = ['\uFDD0', '\uFDD1'] as const;

// Ranking reads all the words of a blog, 10 to 40 µs each: of a word that many articles have only so many are ranked, the newest.
const RANKED = 1000;
const RANKED_OF_COMMON = 300; // what one article in fifty has tells little of any of them
const SAMPLE = 150; // of the newest blogs, read to see whether the words are frequent: 2 ms
const FEW = 5; // with fewer results than this, similar spellings are looked for
const SIMILAR = 100;
const WEIGHTS = '{0.1, 0.2, 0.5, 1}'; // of text, (nothing), author, title
const NOTE_WEIGHTS = '{0.2, 0.2, 0.2, 0.2}';
const READ = 20_000; // characters of an article that its snippet is taken from
const MARKED = `StartSel=${MARKS[0]}, StopSel=${MARKS[1]}`;
const SNIPPET = `${MARKED}, MaxFragments=2, MaxWords=24, MinWords=12, ShortWord=0, FragmentDelimiter=" … "`;

/** What PostgreSQL made of the words. */
export interface Wanted {
  /** A tsquery: in the terms of every language that a blog here is in, or else. */
  query: string;
  /** Its part that an index can answer; "" or "T" when that is nothing. */
  tree: string;
  /** How many of the newest 150 blogs have the words. */
  sampled: number;
}

/**
 * Reads the words, and readies the running transaction for the search. The planner does not know that reading the words of a
 * blog costs a hundred times what a row costs, and would rather read them all than ask the index for a common word.
 */
export async function readWords(words: string): Promise<Wanted> {
  const [wanted] = await rows<Wanted>(sql`
    WITH RECURSIVE used (config) AS (
      SELECT min(config) FROM blog_words
      UNION ALL SELECT (SELECT min(w.config) FROM blog_words w WHERE w.config > used.config) FROM used WHERE config IS NOT NULL),
    readings AS (
      SELECT DISTINCT websearch_to_tsquery(config::regconfig, ${words})::text AS q
      FROM (SELECT config FROM used UNION SELECT 'english') configs WHERE config IS NOT NULL),
    whole AS (SELECT coalesce(string_agg('(' || q || ')', ' | ' ORDER BY q), '')::tsquery AS q FROM readings WHERE q <> '')
    SELECT q::text AS query, querytree(q) AS tree,
           (SELECT count(*)::int FROM (SELECT w.words FROM blog_words w ORDER BY w.blog_id DESC LIMIT ${SAMPLE}) newest
            WHERE ts_match_vq(newest.words, q)) AS sampled, set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
           set_config('max_parallel_workers_per_gather', '0', true),
           set_config('pg_trgm.word_similarity_threshold', '0.5', true), set_config('statement_timeout', '5s', true)
    FROM whole`);
  return wanted as Wanted;
}

/** A page of what is found, best first, and one row more if there is more. */
export function selectFound(viewerId: number, wanted: Wanted, search: Search, page: Page): Promise<FoundRow[]> {
  const { query } = wanted;
  const filters = filterConditions(viewerId, search.filters);
  const found = search.words ? findWords(viewerId, wanted, search, filters) : findFiltered(filters);
  // Every combination of filters is a text of its own, so it is not kept prepared.
  return rows<FoundRow>(
    sql`${found},
    page AS MATERIALIZED (SELECT h.* FROM hits h WHERE true ${behind(SEARCH_ORDER, page.after)}
      ${orderBy(SEARCH_ORDER)} LIMIT ${page.limit + 1})
    SELECT h.id, h.kind, h.score AS "sortKey", b.id AS "blogId", ${blogColumns(viewerId)},
      ts_headline(w.config::regconfig, carrel_searchable(b.title), ${query}::tsquery, ${`${MARKED}, HighlightAll=true`}) AS "markedTitle",
      CASE WHEN h.kind = 'note' THEN ts_headline('english', carrel_searchable(left(n.content, ${READ})), ${query}::tsquery, ${SNIPPET})
        ELSE ts_headline(w.config::regconfig, carrel_searchable(left(a.text, ${READ})), ${query}::tsquery, ${SNIPPET}) END AS "markedText",
      n.date AS "noteDate", nu.id AS "noteUserId", nu.name AS "noteUserName", r.id AS "readingId", r.read
    FROM page h
    LEFT JOIN notes n ON h.kind = 'note' AND n.id = h.id LEFT JOIN users nu ON nu.id = n.user_id
    LEFT JOIN blogs b ON b.id = CASE WHEN h.kind = 'note' THEN n.blog_id ELSE h.id END LEFT JOIN users u ON u.id = b.user_id
    LEFT JOIN blog_words w ON w.blog_id = b.id LEFT JOIN articles a ON a.blog_id = b.id
    LEFT JOIN readinglists r ON r.user_id = ${viewerId} AND r.blog_id = b.id
    ${orderBy(SEARCH_ORDER)}`,
    { once: true },
  );
}

/** With nothing but filters: the blogs that they let through, newest first. */
function findFiltered(filters: Sql): Sql {
  return sql`WITH hits AS (SELECT 'blog' AS kind, b.id, 0 AS score FROM blogs b WHERE true ${filters})`;
}

/**
 * The newest of what has the words, in the text (what stands in its order is looked at only for those) and in title and
 * author, and of the notes that the viewer may see; ranked. Adding 0 to an id keeps the planner from walking the ids and
 * reading everything on its way.
 */
function findWords(viewerId: number, wanted: Wanted, search: Search, filters: Sql): Sql {
  const { query, tree } = wanted;
  const hasOrder = /<(-|\d+)>/.test(query);
  const anyOrder = hasOrder ? tree.replace(/<(-|\d+)>/g, '&') : query;
  const narrowed = filters === empty ? empty : sql`JOIN blogs b ON b.id = w.blog_id`;
  // What many have is soon found by walking from the newest that the filters let through: listing all of it takes 40 ms of 100,000.
  // One by one (LATERAL, OFFSET 0), or the planner would read the words of all that it joins.
  const walks = wanted.sampled * 3 >= SAMPLE;
  const textHits = walks
    ? sql`FROM (SELECT b.id FROM blogs b WHERE true ${filters} ORDER BY b.id DESC OFFSET 0) f
        CROSS JOIN LATERAL (SELECT w.blog_id FROM blog_words w
          WHERE w.blog_id = f.id AND ts_match_vq(w.words, ${query}::tsquery) OFFSET 0) w`
    : sql`FROM blog_words w ${narrowed} WHERE w.words @@ ${anyOrder}::tsquery ${filters} ORDER BY w.blog_id + 0 DESC`;
  const ranked = wanted.sampled * 50 >= SAMPLE ? RANKED_OF_COMMON : RANKED;
  const noteWords = sql`to_tsvector('english', carrel_searchable(n.content))`;
  return sql`WITH
    text_hits AS MATERIALIZED (SELECT w.blog_id AS id ${textHits} LIMIT ${ranked}),
    head_hits AS MATERIALIZED (SELECT w.blog_id AS id FROM blog_words w ${narrowed}
      WHERE w.head @@ ${query}::tsquery ${filters} ORDER BY w.blog_id + 0 DESC LIMIT ${ranked}),
    note_hits AS MATERIALIZED (SELECT n.id FROM notes n ${filters === empty ? empty : sql`JOIN blogs b ON b.id = n.blog_id`}
      WHERE ${noteWords} @@ ${query}::tsquery AND ${visibleTo(viewerId)} ${filters} ORDER BY n.id + 0 DESC LIMIT ${ranked}),
    exact AS MATERIALIZED (
      SELECT 'blog' AS kind, w.blog_id AS id, (ts_rank(${WEIGHTS}::real[], w.words, ${query}::tsquery, 1) * 1000000)::int * 2 AS score
      FROM (SELECT id FROM text_hits UNION SELECT id FROM head_hits) f JOIN blog_words w ON w.blog_id = f.id
      ${hasOrder ? sql`WHERE ts_match_vq(w.words, ${query}::tsquery)` : empty}
      UNION ALL
      SELECT 'note', n.id, (ts_rank(${NOTE_WEIGHTS}::real[], ${noteWords}, ${query}::tsquery, 1) * 1000000)::int * 2 + 1
      FROM note_hits JOIN notes n USING (id)),
    hits AS (SELECT * FROM exact ${search.plain.length ? sql`UNION ALL ${findSimilar(search.plain, filters)}` : empty})`;
}

/** Where little was found: blogs with words in title or author that are spelt much the same, all behind what was found. */
function findSimilar(words: string[], filters: Sql): Sql {
  const alike = (word: string) => sql`(b.title %> ${word} OR b.author %> ${word})`;
  const likeness = (word: string) =>
    sql`greatest(word_similarity(${word}, b.title), word_similarity(${word}, b.author))`;
  return sql`SELECT 'similar', s.id, ((s.likeness - 2) * 1000000)::int * 2 FROM (
      SELECT b.id, (${join(words.map(likeness), ' + ')}) / ${words.length} AS likeness
      FROM blogs b WHERE (SELECT count(*) FROM exact) < ${FEW} AND ${join(words.map(alike), ' AND ')} ${filters}
        AND NOT EXISTS (SELECT FROM exact e WHERE e.kind = 'blog' AND e.id = b.id)
      ORDER BY likeness DESC, b.id DESC LIMIT ${SIMILAR}) s`;
}
