import sql from 'sql-template-tag';
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
  const concerned = Array.isArray(to)
    ? sql`u.id = ANY (${to}::int[])`
    : sql`u.id IN (SELECT m.user_id FROM memberships m WHERE m.team_id = ${to.membersOf})`;
  const told = await rows<{ userId: number }>(sql`
    INSERT INTO notifications (user_id, kind, actor_id, team_id, blog_id, note_id, created_at)
    SELECT u.id, ${kind}, nullif(${viewer.id}::int, 0), ${teamId}::int, ${blogId}::int, ${noteId}::int, now()
    FROM users u WHERE ${concerned} AND u.id <> ${viewer.id} AND NOT u.disabled
      AND NOT EXISTS (
        SELECT FROM notifications n WHERE n.user_id = u.id AND n.seen_at IS NULL AND n.kind = ${kind}
        AND (n.actor_id, n.team_id, n.blog_id, n.note_id)
          IS NOT DISTINCT FROM (nullif(${viewer.id}::int, 0), ${teamId}::int, ${blogId}::int, ${noteId}::int))
    RETURNING user_id AS "userId"`);
  const channels = Array.isArray(to)
    ? told.map(({ userId }) => `user:${userId}` as const)
    : [`team:${to.membersOf}` as const];
  await publish({ topic: 'notifications', to: channels });
}
