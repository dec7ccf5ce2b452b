import sql, { type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import type { TagAnswer } from './tags.schemas.ts';
import { tidyTag } from './tidyTag.ts';

export interface TagRow extends TagAnswer {
  /** The smallest id of the entries that have it: the lists' cursors end in one. */
  id: number;
  sortKey: string;
}

/** By name. */
export const TAG_ORDER: Keyset = {
  name: 'name',
  key: { sql: 't.folded', type: 'text' },
  id: 't.id',
  direction: 'ASC',
};

/** Whether `readinglists r` has a tag, in whatever case. */
export function hasTag(name: string): Sql {
  return sql`EXISTS (SELECT FROM unnest(r.tags) tag WHERE lower(tag) = lower(${tidyTag(name)}))`;
}

/** A page of a reader's tags, counted, and one row more if there is more. */
export function selectTags(userId: number, page: Page): Promise<TagRow[]> {
  return rows<TagRow>(sql`
    SELECT t.id, t.name, t.count, t.unread, ${sortKey(TAG_ORDER)}
    FROM (SELECT lower(tag) AS folded, min(tag) AS name, min(r.id) AS id, count(*)::int AS count,
                 count(*) FILTER (WHERE NOT r.read)::int AS unread
          FROM readinglists r, unnest(r.tags) tag WHERE r.user_id = ${userId} GROUP BY lower(tag)) t
    WHERE true ${behind(TAG_ORDER, page.after)} ${orderBy(TAG_ORDER)} LIMIT ${page.limit + 1}`);
}

/** One tag of a reader, counted. */
export async function selectTag(userId: number, name: string): Promise<TagAnswer | undefined> {
  const [tag] = await rows<TagAnswer>(sql`
    SELECT min(tag) AS name, count(*)::int AS count, count(*) FILTER (WHERE NOT r.read)::int AS unread
    FROM readinglists r, unnest(r.tags) tag WHERE r.user_id = ${userId} AND lower(tag) = lower(${name}) HAVING count(*) > 0`);
  return tag;
}

/**
 * Tags as their reader is to have them: each once, in the order given, written as on his other entries; as given where it is
 * new to him.
 */
export async function spellTags(userId: number, names: string[]): Promise<string[]> {
  const tags = await rows<{ tag: string }>(sql`
    SELECT coalesce((SELECT min(tag) FROM readinglists r, unnest(r.tags) tag
                     WHERE r.user_id = ${userId} AND lower(tag) = given.folded), given.name) AS tag
    FROM (SELECT lower(name) AS folded, min(n) AS n, (array_agg(name ORDER BY n))[1] AS name
          FROM unnest(${names}::text[]) WITH ORDINALITY AS g (name, n) GROUP BY lower(name)) given
    ORDER BY given.n`);
  return tags.map(({ tag }) => tag);
}

/**
 * Writes a tag otherwise on all of a reader's entries; where he has the new one as well, they become one. Answers how many
 * entries changed: none when he has no such tag.
 */
export async function updateTag(userId: number, name: string, to: string): Promise<number> {
  const changed = await rows(sql`
    UPDATE readinglists r SET updated_at = now(), tags = (
      SELECT array_agg(tag ORDER BY n) FROM (
        SELECT tag, min(n) AS n FROM (
          SELECT CASE WHEN lower(old) IN (lower(${name}), lower(${to})) THEN ${to} ELSE old END AS tag, n
          FROM unnest(r.tags) WITH ORDINALITY AS o (old, n)) written GROUP BY tag) once)
    WHERE r.user_id = ${userId} AND (${hasTag(name)} OR ${hasTag(to)})
      AND EXISTS (SELECT FROM readinglists o, unnest(o.tags) tag WHERE o.user_id = ${userId} AND lower(tag) = lower(${name}))
    RETURNING r.id`);
  return changed.length;
}

/** Takes a tag off all of a reader's entries; answers off how many. */
export async function deleteTag(userId: number, name: string): Promise<number> {
  const changed = await rows(sql`
    UPDATE readinglists r SET updated_at = now(), tags = ARRAY(
      SELECT tag FROM unnest(r.tags) WITH ORDINALITY AS o (tag, n) WHERE lower(tag) <> lower(${name}) ORDER BY n)
    WHERE r.user_id = ${userId} AND ${hasTag(name)} RETURNING r.id`);
  return changed.length;
}
