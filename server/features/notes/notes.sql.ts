import sql, { empty, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page } from '../../database/keyset.ts';
import { literalPattern } from '../../database/pattern.ts';
import { rows } from '../../database/sql.ts';
import type { NoteQuery } from './notes.schemas.ts';

/** A note with its author, as the database answers. */
export interface NoteRow {
  id: number;
  content: string;
  important: boolean;
  shared: boolean;
  date: Date;
  blogId: number | null;
  quote: string | null;
  prefix: string | null;
  suffix: string | null;
  userId: number;
  userName: string;
  marked: boolean;
}

/** Newest first. */
export const NOTE_ORDER: Keyset = { name: 'newest', id: 'n.id', direction: 'DESC' };

/** The notes that `viewerId` may see, in a query over `notes n`: his own, and others' shared ones. */
export function visibleTo(viewerId: number): Sql {
  return sql`(n.user_id = ${viewerId} OR n.shared)`;
}

function select(viewerId: number, rest: Sql): Promise<NoteRow[]> {
  return rows<NoteRow>(sql`
    SELECT n.id, n.content, n.important, n.shared, n.date, n.blog_id AS "blogId", n.quote, n.prefix, n.suffix,
           u.id AS "userId", u.name AS "userName",
           EXISTS (SELECT FROM user_notes m WHERE m.user_id = ${viewerId} AND m.note_id = n.id) AS marked
    FROM notes n JOIN users u ON u.id = n.user_id
    WHERE ${visibleTo(viewerId)} ${rest}`);
}

/** A page of the notes the viewer may see, and one row more if there is more. */
export function selectNotes(viewerId: number, query: NoteQuery, page: Page): Promise<NoteRow[]> {
  const { important, search, user, blog, marked, quoted } = query;
  const marks = sql`EXISTS (SELECT FROM user_notes m WHERE m.user_id = ${viewerId} AND m.note_id = n.id)`;
  return select(
    viewerId,
    sql`${important === undefined ? empty : sql`AND n.important = ${important}`}
      ${search ? sql`AND (n.content ILIKE ${literalPattern(search)} OR n.quote ILIKE ${literalPattern(search)})` : empty}
      ${quoted === undefined ? empty : sql`AND (n.quote IS NOT NULL) = ${quoted}`}
      ${user === undefined ? empty : sql`AND n.user_id = ${user}`}
      ${blog === undefined ? empty : sql`AND n.blog_id = ${blog}`}
      ${marked === undefined ? empty : sql`AND ${marks} = ${marked}`}
      ${behind(NOTE_ORDER, page.after)} ${orderBy(NOTE_ORDER)} LIMIT ${page.limit + 1}`,
  );
}

export async function selectNote(viewerId: number, id: number): Promise<NoteRow | undefined> {
  const [note] = await select(viewerId, sql`AND n.id = ${id}`);
  return note;
}
