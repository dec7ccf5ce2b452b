import sql, { type Sql } from 'sql-template-tag';
import type { StatisticsQuery } from './statistics.schemas.ts';

/** A time as the clock of the one who asks shows it. `time` is SQL. */
export function local(time: Sql, { offset }: Pick<StatisticsQuery, 'offset'>): Sql {
  return sql`(${time} AT TIME ZONE 'UTC' + ${offset}::int * interval '1 minute')`;
}

/**
 * A SELECT of every period with how often something happened in it, also where nothing did. `read` and `added` are queries
 * for the times (as `time`) of what was read and added.
 */
export function perPeriod(query: StatisticsQuery, read: Sql, added: Sql): Sql {
  const { unit, periods } = query;
  const step = sql`('1 ' || ${unit}::text)::interval`;
  const counted = (times: Sql) => sql`
    SELECT date_trunc(${unit}::text, ${local(sql`time`, query)}) AS start, count(*)::int AS n FROM (${times}) t GROUP BY 1`;
  return sql`
    WITH current AS (SELECT date_trunc(${unit}::text, ${local(sql`now()`, query)}) AS start)
    SELECT to_char(p.start, 'YYYY-MM-DD') AS "from", coalesce(r.n, 0) AS read, coalesce(a.n, 0) AS added
    FROM current, generate_series(current.start - (${periods}::int - 1) * ${step}, current.start, ${step}) AS p (start)
    LEFT JOIN (${counted(read)}) r ON r.start = p.start
    LEFT JOIN (${counted(added)}) a ON a.start = p.start
    ORDER BY p.start`;
}
