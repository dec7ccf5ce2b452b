import sql from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import { NOTE_TABLES, type NoteRow, noteColumns } from './notes.sql.ts';
import { visibleTo } from './visible.sql.ts';

/** A note with who of a team marked it, as the database answers. */
export interface MarkedRow extends NoteRow {
  marks: number;
  markedBy: { id: number; name: string }[];
  sortKey: number;
}

/** Most marks first. */
export const MARKED_ORDER: Keyset = {
  name: 'marks',
  key: { sql: 'k.marks', type: 'int' },
  id: 'n.id',
  direction: 'DESC',
};

/** A page of the notes that members of a team marked since then and the viewer may see, and one row more if there is more. */
export function selectMarkedIn(viewerId: number, teamId: number, since: Date, page: Page): Promise<MarkedRow[]> {
  return rows<MarkedRow>(sql`
    WITH marked AS (
      SELECT um.note_id, count(*)::int AS marks, (array_agg(um.user_id ORDER BY um.id))[1:5] AS first
      FROM memberships m JOIN user_notes um ON um.user_id = m.user_id AND um.created_at >= ${since}
      WHERE m.team_id = ${teamId} GROUP BY um.note_id)
    SELECT ${noteColumns(viewerId)}, k.marks, ${sortKey(MARKED_ORDER)},
           (SELECT json_agg(json_build_object('id', w.id, 'name', w.name) ORDER BY array_position(k.first, w.id))
            FROM users w WHERE w.id = ANY (k.first)) AS "markedBy"
    FROM ${NOTE_TABLES} JOIN marked k ON k.note_id = n.id
    WHERE ${visibleTo(viewerId)} ${behind(MARKED_ORDER, page.after)}
    ${orderBy(MARKED_ORDER)} LIMIT ${page.limit + 1}`);
}
