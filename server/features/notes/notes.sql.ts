import sql, { empty, type Sql } from 'sql-template-tag';
import { behind, isNarrowed, type Keyset, orderBy, type Page } from '../../database/keyset.ts';
import { literalPattern } from '../../database/pattern.ts';
import { rows } from '../../database/sql.ts';
import type { Mention, Reaction } from './conversation.schemas.ts';
import type { NoteQuery } from './notes.schemas.ts';
import { replyVisibleTo, visibleTo } from './visible.sql.ts';

/** A note with its author and what others say to it, as far as one viewer may see it, as the database answers. */
export interface NoteRow {
  id: number;
  content: string;
  important: boolean;
  shared: boolean;
  teamId: number | null;
  teamName: string | null;
  date: string;
  deletedAt: string | null;
  blogId: number | null;
  quote: string | null;
  prefix: string | null;
  suffix: string | null;
  parentId: number | null;
  userId: number;
  userName: string;
  marked: boolean;
  replyCount: number;
  reactions: Reaction[];
  mentions: Mention[];
}

/** Newest first. */
export const NOTE_ORDER: Keyset = { name: 'newest', id: 'n.id', direction: 'DESC' };

/** A conversation is read from its start. */
export const REPLY_ORDER: Keyset = { name: 'oldest', id: 'n.id', direction: 'ASC' };

/** The columns of a NoteRow, from NOTE_TABLES. */
export function noteColumns(viewerId: number): Sql {
  return sql`n.id, n.content, n.important, n.shared, n.team_id AS "teamId", t.name AS "teamName", n.date, n.deleted_at AS "deletedAt",
    n.blog_id AS "blogId", n.quote, n.prefix, n.suffix, n.parent_id AS "parentId", u.id AS "userId", u.name AS "userName", ${markedBy(viewerId)} AS marked,
    (SELECT count(*)::int FROM notes r WHERE r.parent_id = n.id AND ${replyVisibleTo(viewerId, 'r')}) AS "replyCount",
    (SELECT coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'own', own) ORDER BY kind), '[]')
     FROM (SELECT kind, count(*), bool_or(user_id = ${viewerId}) AS own
           FROM note_reactions WHERE note_id = n.id GROUP BY kind) k) AS reactions,
    (SELECT coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'written', nm.written) ORDER BY nm.id), '[]')
     FROM note_mentions nm JOIN users w ON w.id = nm.user_id WHERE nm.note_id = n.id) AS mentions`;
}

export const NOTE_TABLES = sql`notes n JOIN users u ON u.id = n.user_id LEFT JOIN teams t ON t.id = n.team_id`;

function markedBy(viewerId: number): Sql {
  return sql`EXISTS (SELECT FROM user_notes m WHERE m.user_id = ${viewerId} AND m.note_id = n.id)`;
}

/** `AND …`, or its opposite; written without a comparison, so that the few rows that exist are where the search begins. */
function is(wanted: boolean | undefined, exists: Sql): Sql {
  if (wanted === undefined) return empty;
  return wanted ? sql`AND ${exists}` : sql`AND NOT ${exists}`;
}

function select(viewerId: number, rest: Sql, quick = true): Promise<NoteRow[]> {
  return rows<NoteRow>(
    sql`
    SELECT ${noteColumns(viewerId)} FROM ${NOTE_TABLES} WHERE ${visibleTo(viewerId)} ${rest}`,
    { quick },
  );
}

/** A page of the notes the viewer may see, and one row more if there is more. */
export function selectNotes(viewerId: number, query: NoteQuery, page: Page): Promise<NoteRow[]> {
  const { limit: _, cursor: __, ...narrowing } = query;
  const { important, search, user, blog, team, marked, quoted, mentioned, replies = marked || mentioned } = query;
  const mentions = sql`EXISTS (SELECT FROM note_mentions nm WHERE nm.user_id = ${viewerId} AND nm.note_id = n.id)`;
  return select(
    viewerId,
    sql`${replies ? empty : sql`AND n.parent_id IS NULL`}
      ${important === undefined ? empty : sql`AND n.important = ${important}`}
      ${search ? sql`AND (n.content ILIKE ${literalPattern(search)} OR n.quote ILIKE ${literalPattern(search)})` : empty}
      ${quoted === undefined ? empty : sql`AND (n.quote IS NOT NULL) = ${quoted}`}
      ${user === undefined ? empty : sql`AND n.user_id = ${user} AND n.deleted_at IS NULL`}
      ${blog === undefined ? empty : sql`AND n.blog_id = ${blog}`}
      ${team === undefined ? empty : sql`AND n.team_id = ${team}`}
      ${is(marked, markedBy(viewerId))}
      ${is(mentioned, mentions)}
      ${behind(NOTE_ORDER, page.after)} ${orderBy(NOTE_ORDER)} LIMIT ${page.limit + 1}`,
    !isNarrowed(narrowing),
  );
}

/** A page of the replies to a note that the viewer may see, and one row more if there is more. */
export function selectReplies(viewerId: number, noteId: number, page: Page): Promise<NoteRow[]> {
  return select(
    viewerId,
    sql`AND n.parent_id = ${noteId} ${behind(REPLY_ORDER, page.after)} ${orderBy(REPLY_ORDER)} LIMIT ${page.limit + 1}`,
  );
}

export async function selectNote(viewerId: number, id: number): Promise<NoteRow | undefined> {
  const [note] = await select(viewerId, sql`AND n.id = ${id}`);
  return note;
}
