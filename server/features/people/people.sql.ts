import sql, { empty } from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { countedFor, visibleTo } from '../notes/visible.sql.ts';

export interface PersonRow {
  id: number;
  username: string;
  name: string;
  admin: boolean;
  disabled: boolean;
}

/** Somebody with an account, disabled or not. */
export async function selectPerson(id: number): Promise<PersonRow | undefined> {
  const [person] = await rows<PersonRow>(sql`SELECT id, username, name, admin, disabled FROM users WHERE id = ${id}`, {
    quick: true,
  });
  return person;
}

export interface PersonReadingRow {
  id: number;
  title: string;
  author: string | null;
  url: string;
  likes: number;
  year: number | null;
  readingId: number;
  read: boolean;
}

/** Everything on a user's reading list, oldest entry first; `read` narrows it. */
export function selectReadingsOf(userId: number, read: boolean | undefined): Promise<PersonReadingRow[]> {
  return rows<PersonReadingRow>(
    sql`
    SELECT b.id, b.title, b.author, b.url, b.likes, b.year, r.id AS "readingId", r.read
    FROM readinglists r JOIN blogs b ON b.id = r.blog_id
    WHERE r.user_id = ${userId} ${read === undefined ? empty : sql`AND r.read = ${read}`}
    ORDER BY r.id`,
    { quick: true }, // the few lists of thousands take longer
  );
}

export interface PersonNoteRow {
  id: number;
  content: string;
  important: boolean;
  date: string;
  /** Null for a note of his own; for one that he marked, who wrote it. */
  writer: string | null;
}

/** The notes that a user wrote and those that he marked, as far as `viewerId` may see them (and, of the marked, he himself still), in one query. */
export function selectNotesOf(userId: number, viewerId: number): Promise<PersonNoteRow[]> {
  return rows<PersonNoteRow>(
    sql`
    SELECT n.id, n.content, n.important, n.date, NULL AS writer
    FROM notes n WHERE n.user_id = ${userId} AND ${countedFor(viewerId)}
    UNION ALL
    SELECT n.id, n.content, n.important, n.date, u.name
    FROM user_notes m JOIN notes n ON n.id = m.note_id JOIN users u ON u.id = n.user_id
    WHERE m.user_id = ${userId} AND ${visibleTo(userId)} AND ${visibleTo(viewerId)}
    ORDER BY id`,
    { quick: true },
  );
}
