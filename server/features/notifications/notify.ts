import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { publish } from '../../events/publish.ts';
import type { Viewer } from '../users/viewer.ts';

/** What a notification may be about; each has its sentence in the web client. */
export type NotificationKind = 'mentioned' | 'replied' | 'reacted' | 'marked' | 'team-reading' | 'added-to-team';

interface NewNotification {
  kind: NotificationKind;
  /** What it leads to; each may be missing. A notification goes with any of them that is deleted. */
  teamId?: number | null;
  blogId?: number | null;
  noteId?: number | null;
}

/** Everybody in a team; told of by one event, though they be thousands. */
interface TeamMembers {
  membersOf: number;
}

/**
 * Tells users, in the running transaction, that `viewer` did something that concerns them: they see it under the bell at
 * once. One statement for any number of users; the one who did it is never told, nor is a disabled user, nor anybody who
 * was told exactly this and has not seen it yet. Whoever may not see the note any more when he looks does not see the
 * notification either.
 *
 *     await notify(viewer, [note.userId], { kind: 'replied', noteId: reply.id, blogId: reply.blogId });
 *
 * @throws Error outside of a transaction.
 */
export async function notify(viewer: Viewer, to: number[] | TeamMembers, notification: NewNotification): Promise<void> {
  const { kind, teamId = null, blogId = null, noteId = null } = notification;
  const actorId = viewer.id || null; // the operator of the command line is no user
  const concerned = (userId: Sql) =>
    Array.isArray(to)
      ? sql`${userId} = ANY (${to}::int[])`
      : sql`${userId} IN (SELECT m.user_id FROM memberships m WHERE m.team_id = ${to.membersOf})`;
  // NOT IN, which is looked up once and hashed. Row by row (NOT EXISTS), the planner may take a table that it believes empty
  // for free to look through, and looks through what it is just filling: 13 s for 10,000 members.
  const told = await rows<{ userId: number }>(sql`
    INSERT INTO notifications (user_id, kind, actor_id, team_id, blog_id, note_id, created_at)
    SELECT u.id, ${kind}, ${actorId}::int, ${teamId}::int, ${blogId}::int, ${noteId}::int, now()
    FROM users u WHERE ${concerned(sql`u.id`)} AND u.id <> ${viewer.id} AND NOT u.disabled
      AND u.id NOT IN (
        SELECT n.user_id FROM notifications n WHERE n.seen_at IS NULL AND n.kind = ${kind}
          ${Array.isArray(to) ? sql`AND ${concerned(sql`n.user_id`)}` : empty}
          AND ${same('actor_id', actorId)} AND ${same('team_id', teamId)}
          AND ${same('blog_id', blogId)} AND ${same('note_id', noteId)})
    RETURNING user_id AS "userId"`);
  const channels = Array.isArray(to)
    ? told.map(({ userId }) => `user:${userId}` as const)
    : [`team:${to.membersOf}` as const];
  await publish({ topic: 'notifications', to: channels });
}

/** So, and not with IS NOT DISTINCT FROM, an index can answer it. */
function same(column: 'actor_id' | 'team_id' | 'blog_id' | 'note_id', id: number | null): Sql {
  return id === null ? raw(`n.${column} IS NULL`) : sql`${raw(`n.${column}`)} = ${id}`;
}
