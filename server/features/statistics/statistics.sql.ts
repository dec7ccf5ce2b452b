import sql from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { local, perPeriod } from './periods.sql.ts';
import type { StatisticsAnswer, StatisticsQuery } from './statistics.schemas.ts';

type Totals = Pick<StatisticsAnswer, 'read' | 'unread' | 'minutes'>;

export async function selectTotals(userId: number): Promise<Totals> {
  const [totals] = await rows<Totals>(sql`
    SELECT count(*) FILTER (WHERE r.read)::int AS read, count(*) FILTER (WHERE NOT r.read)::int AS unread,
           coalesce(sum(a.reading_minutes) FILTER (WHERE r.read), 0)::int AS minutes
    FROM readinglists r LEFT JOIN articles a ON a.blog_id = r.blog_id WHERE r.user_id = ${userId}`);
  return totals as Totals;
}

export function selectPeriods(userId: number, query: StatisticsQuery): Promise<StatisticsAnswer['periods']> {
  const mine = sql`FROM readinglists WHERE user_id = ${userId}`;
  return rows(perPeriod(query, sql`SELECT read_at AS time ${mine} AND read`, sql`SELECT created_at AS time ${mine}`));
}

/** Whom one read most: 20 authors, whatever the case of their names. */
export function selectReadAuthors(userId: number): Promise<StatisticsAnswer['authors']> {
  return rows(sql`
    SELECT min(b.author) AS author, count(*)::int AS read FROM readinglists r JOIN blogs b ON b.id = r.blog_id
    WHERE r.user_id = ${userId} AND r.read GROUP BY lower(b.author) ORDER BY read DESC, author LIMIT 20`);
}

/** From which years one read, the newest first; blogs without a year at the end. */
export function selectReadYears(userId: number): Promise<StatisticsAnswer['years']> {
  return rows(sql`
    SELECT b.year, count(*)::int AS read FROM readinglists r JOIN blogs b ON b.id = r.blog_id
    WHERE r.user_id = ${userId} AND r.read GROUP BY b.year ORDER BY b.year DESC NULLS LAST`);
}

/** What one read by one's own tags: the 20 most read; what has several counts for each. */
export function selectReadTags(userId: number): Promise<StatisticsAnswer['tags']> {
  return rows(sql`
    SELECT min(tag) AS tag, count(*)::int AS read FROM readinglists r, unnest(r.tags) tag
    WHERE r.user_id = ${userId} AND r.read GROUP BY lower(tag) ORDER BY read DESC, tag LIMIT 20`);
}

/** Weeks in a row with something read: a row of weeks has the same distance from its place among all weeks with reading. */
export async function selectWeeksInARow(userId: number, query: StatisticsQuery): Promise<StatisticsAnswer['weeks']> {
  const [weeks] = await rows<StatisticsAnswer['weeks']>(sql`
    WITH weeks AS (SELECT DISTINCT date_trunc('week', ${local(sql`read_at`, query)}) AS week
                   FROM readinglists WHERE user_id = ${userId} AND read),
      lines AS (SELECT count(*)::int AS length, max(week) AS last
                FROM (SELECT week, week - row_number() OVER (ORDER BY week) * interval '1 week' AS line FROM weeks) w GROUP BY line)
    SELECT coalesce(max(length), 0) AS longest,
           coalesce(max(length) FILTER (WHERE last >= date_trunc('week', ${local(sql`now()`, query)}) - interval '1 week'), 0) AS current
    FROM lines`);
  return weeks as StatisticsAnswer['weeks'];
}
