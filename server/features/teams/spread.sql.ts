import sql, { empty, type Sql } from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { isUntouched } from '../readinglists/touched.sql.ts';

/** A team's whole list for all of its members, or only one blog of it, or only one of them. */
export interface Share {
  teamId: number;
  blogId?: number;
  userId?: number;
}

/** `memberships m` and `team_readings x` of a share, to stand in a WHERE. */
function within({ teamId, blogId, userId }: Share): Sql {
  return sql`m.team_id = ${teamId} AND x.team_id = m.team_id
    ${blogId === undefined ? empty : sql`AND x.blog_id = ${blogId}`}
    ${userId === undefined ? empty : sql`AND m.user_id = ${userId}`}`;
}

/**
 * Holds the blogs of a share until the transaction ends. Whoever changes who reads what through a team locks the team first
 * and then its blogs in the order of their ids, so that two teams sharing a blog see each other's lists as they will be:
 * otherwise one could take a member's row away while the other found it there and left it alone.
 */
export async function lockBlogs({ teamId, blogId }: Share): Promise<void> {
  const which =
    blogId === undefined ? sql`IN (SELECT blog_id FROM team_readings WHERE team_id = ${teamId})` : sql`= ${blogId}`;
  await rows(sql`SELECT id FROM blogs WHERE id ${which} ORDER BY id FOR NO KEY UPDATE`);
}

/** Puts what is shared, unread, on the lists of those who do not have it yet. One statement, however many they are. */
export async function bring(share: Share): Promise<void> {
  await rows(sql`
    INSERT INTO readinglists (user_id, blog_id, own, read, created_at, updated_at)
    SELECT m.user_id, x.blog_id, false, false, now(), now() FROM memberships m, team_readings x WHERE ${within(share)}
    ON CONFLICT (user_id, blog_id) DO NOTHING`);
}

/**
 * Takes what is shared off the lists of those who have it only through this team and never touched it, and leaves it to the
 * others as their own; to be called while the membership and the team reading are still there. Two statements, however many
 * rows: a row that its reader touches at this moment escapes the first, which waits for him, and is met by the second.
 */
export async function withdraw(share: Share): Promise<void> {
  const onlyHere = sql`${within(share)} AND r.user_id = m.user_id AND r.blog_id = x.blog_id AND NOT r.own
    AND NOT EXISTS (SELECT FROM memberships m2 JOIN team_readings x2 ON x2.team_id = m2.team_id
      WHERE m2.user_id = r.user_id AND x2.blog_id = r.blog_id AND m2.team_id <> m.team_id)`;
  await rows(sql`
    DELETE FROM readinglists r USING memberships m, team_readings x WHERE ${onlyHere} AND ${isUntouched}`);
  await rows(sql`
    UPDATE readinglists r SET own = true, updated_at = now() FROM memberships m, team_readings x WHERE ${onlyHere}`);
}
