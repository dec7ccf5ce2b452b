import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import type { MentionQuery } from './conversation.schemas.ts';
import { visibleTo } from './visible.sql.ts';

/** Which of the texts is the name or the username, in any case, of a user who may see the note and did not write it. */
export function selectNamed(noteId: number, texts: string[]): Promise<{ text: string; userId: number }[]> {
  return rows(sql`
    SELECT DISTINCT c.text, u.id AS "userId"
    FROM unnest(${texts}::text[]) c(text)
    JOIN LATERAL (SELECT * FROM users WHERE lower(name) = lower(c.text)
                  UNION ALL SELECT * FROM users WHERE lower(username) = lower(c.text)) u ON true
    JOIN notes n ON n.id = ${noteId}
    WHERE NOT u.disabled AND u.id <> n.user_id AND ${visibleTo(raw('u.id'))}`);
}

/** Somebody who can be mentioned, as the database answers. */
export interface MentionableRow {
  id: number;
  name: string;
  username: string;
  /** Whether nobody else among them has this name. */
  isOnly: boolean;
  sortKey: string;
}

/** By name. */
export const MENTIONABLE_ORDER: Keyset = {
  name: 'name',
  key: { sql: 'lower(u.name)', type: 'text' },
  id: 'u.id',
  direction: 'ASC',
};

/** A page of the users who may see the note or belong to the team that a query names, and one row more if there is more. */
export function selectMentionable(viewerId: number, query: MentionQuery, page: Page): Promise<MentionableRow[]> {
  const { search = '', note, team } = query;
  const begins = `${search.replace(/[\\%_]/g, '\\$&')}%`;
  const belongs = (user: string): Sql => sql`NOT ${raw(user)}.disabled
    ${note ? sql`AND EXISTS (SELECT FROM notes n WHERE n.id = ${note} AND ${visibleTo(raw(`${user}.id`))})` : empty}
    ${team ? sql`AND EXISTS (SELECT FROM memberships m WHERE m.team_id = ${team} AND m.user_id = ${raw(user)}.id)` : empty}`;
  return rows<MentionableRow>(sql`
    SELECT u.id, u.name, u.username, ${sortKey(MENTIONABLE_ORDER)},
           NOT EXISTS (SELECT FROM users o WHERE lower(o.name) = lower(u.name) AND o.id <> u.id AND ${belongs('o')}) AS "isOnly"
    FROM users u
    WHERE u.id <> ${viewerId} AND ${belongs('u')}
      ${search ? sql`AND (u.name ILIKE ${begins} OR u.name ILIKE ${`% ${begins}`} OR u.username ILIKE ${begins})` : empty}
      ${behind(MENTIONABLE_ORDER, page.after)} ${orderBy(MENTIONABLE_ORDER)} LIMIT ${page.limit + 1}`);
}
