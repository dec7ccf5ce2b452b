import sql from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import type { Channel } from '../../events/publish.ts';

/** What each of these sessions may hear: what everybody may, its user's own, his teams'; for admins theirs. Those that are over are left out. */
export async function selectAccess(sessionIds: number[]): Promise<Map<number, Channel[]>> {
  const sessions = await rows<{ id: number; userId: number; admin: boolean; teams: number[] }>(sql`
    SELECT s.id, s.user_id AS "userId", u.admin,
           ARRAY(SELECT m.team_id FROM memberships m WHERE m.user_id = u.id) AS teams
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ANY (${sessionIds}::int[]) AND s.expires_at > now() AND NOT u.disabled`);
  return new Map(
    sessions.map(({ id, userId, admin, teams }) => [
      id,
      [
        'everyone',
        `user:${userId}`,
        ...(admin ? ['admins' as const] : []),
        ...teams.map((team) => `team:${team}` as const),
      ],
    ]),
  );
}
