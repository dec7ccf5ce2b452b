import sql, { empty, raw, type Sql } from 'sql-template-tag';

/** The sort keys of the last row of a page, ending in its id; the next page starts behind it. */
export type Keys = (string | number)[];

/** Which page of a list is asked for: at most `limit` items, behind the row with these keys. */
export interface Page {
  limit: number;
  after?: Keys;
}

/**
 * An order that a list can be paged by: a key, and the id where keys are equal, both in one direction so that one row
 * comparison finds the place (and one index serves it). `key` and `id` are SQL, never input.
 */
export interface Keyset {
  /** What `?sort=` calls it. */
  name: string;
  key?: { sql: string; type: 'int' | 'text' };
  id: string;
  /** What the id is; an integer when left out. */
  idType?: 'int' | 'uuid';
  direction: 'ASC' | 'DESC';
}

/** Whether any of these filters is asked for. A page of a whole list is quick; what narrows it may have to look through all of it. */
export function isNarrowed(filters: object): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** `ORDER BY …` */
export function orderBy({ key, id, direction }: Keyset): Sql {
  return raw(`ORDER BY ${key ? `${key.sql} ${direction}, ` : ''}${id} ${direction}`);
}

/** The column that a row's cursor is made of, to stand in the SELECT. */
export function sortKey({ key }: Keyset): Sql {
  return raw(key ? `${key.sql} AS "sortKey"` : 'NULL AS "sortKey"');
}

/** `AND …` for the rows behind the last one of the page before, or nothing for the first page. */
export function behind({ key, id, idType = 'int', direction }: Keyset, after: Keys | undefined): Sql {
  if (!after) return empty;
  const compare = raw(direction === 'ASC' ? '>' : '<');
  if (!key) return sql`AND ${raw(id)} ${compare} ${after[0]}::${raw(idType)}`;
  return sql`AND (${raw(key.sql)}, ${raw(id)}) ${compare} (${after[0]}::${raw(key.type)}, ${after[1]}::${raw(idType)})`;
}
