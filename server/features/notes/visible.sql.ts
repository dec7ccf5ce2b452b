import sql, { raw, type Sql } from 'sql-template-tag';

/**
 * The notes that a user may see, in a query that calls a row of `notes` `note`: his own; those for everybody; those for a team
 * he belongs to. A reply has an audience of its own, that of its note when it was written, and is seen by who belongs to
 * it and may see its note now: so neither opening a note nor leaving a team shows anybody what was written for others.
 * Being an admin shows nothing. `viewer` is an id, or SQL for one; `note` is never input.
 */
export function visibleTo(viewer: number | Sql, note = 'n'): Sql {
  return sql`(${raw(note)}.user_id = ${viewer} OR (${audienceHas(viewer, note)} AND (${raw(note)}.parent_id IS NULL OR EXISTS (
    SELECT FROM notes parent WHERE parent.id = ${raw(note)}.parent_id AND (parent.user_id = ${viewer} OR ${audienceHas(viewer, 'parent')})))))`;
}

/** The same of a reply whose note is one that he may see. */
export function replyVisibleTo(viewer: number | Sql, reply: string): Sql {
  return sql`(${raw(reply)}.user_id = ${viewer} OR ${audienceHas(viewer, reply)})`;
}

function audienceHas(viewer: number | Sql, note: string): Sql {
  return sql`(${raw(note)}.shared OR ${raw(note)}.team_id IN (SELECT team_id FROM memberships WHERE user_id = ${viewer}))`;
}

/** Those of them that count: replies belong to their note, and one that was deleted only keeps its place. */
export function countedFor(viewer: number | Sql, note = 'n'): Sql {
  return sql`(${raw(note)}.parent_id IS NULL AND ${raw(note)}.deleted_at IS NULL AND ${visibleTo(viewer, note)})`;
}
