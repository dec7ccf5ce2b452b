import sql, { type Sql } from 'sql-template-tag';
import { rows } from '../../database/sql.ts';
import { perPeriod } from './periods.sql.ts';
import type { StatisticsQuery, TeamStatisticsAnswer } from './statistics.schemas.ts';

/** What members who show their progress read of their team's list: `r` the reading, `x` the team's row, `m` the membership. */
function teamReads(teamId: number): Sql {
  return sql`FROM team_readings x JOIN memberships m ON m.team_id = x.team_id AND NOT m.hides_progress
    JOIN users u ON u.id = m.user_id AND NOT u.disabled
    JOIN readinglists r ON r.user_id = m.user_id AND r.blog_id = x.blog_id AND r.read
    WHERE x.team_id = ${teamId}`;
}

type Totals = Pick<TeamStatisticsAnswer, 'blogs' | 'read' | 'hidden'>;

export async function selectTeamTotals(teamId: number): Promise<Totals> {
  const [totals] = await rows<Totals>(sql`
    SELECT (SELECT count(*)::int FROM team_readings WHERE team_id = ${teamId}) AS blogs,
           (SELECT count(*)::int ${teamReads(teamId)}) AS read,
           (SELECT count(*)::int FROM memberships m JOIN users u ON u.id = m.user_id AND NOT u.disabled
            WHERE m.team_id = ${teamId} AND m.hides_progress) AS hidden`);
  return totals as Totals;
}

export function selectTeamPeriods(teamId: number, query: StatisticsQuery): Promise<TeamStatisticsAnswer['periods']> {
  const read = sql`SELECT r.read_at AS time ${teamReads(teamId)}`;
  return rows(perPeriod(query, read, sql`SELECT created_at AS time FROM team_readings WHERE team_id = ${teamId}`));
}

export function selectTeamAuthors(teamId: number): Promise<TeamStatisticsAnswer['authors']> {
  return rows(sql`
    SELECT min(b.author) AS author, count(*)::int AS read
    FROM (SELECT r.blog_id ${teamReads(teamId)}) t JOIN blogs b ON b.id = t.blog_id
    GROUP BY lower(b.author) ORDER BY read DESC, author LIMIT 20`);
}

/** How much of the team's list each member read, the 50 who read most. */
export function selectTeamMembers(teamId: number): Promise<TeamStatisticsAnswer['members']> {
  return rows(sql`
    SELECT u.id, u.name, coalesce(t.read, 0) AS read
    FROM memberships m JOIN users u ON u.id = m.user_id AND NOT u.disabled
    LEFT JOIN (SELECT r.user_id, count(*)::int AS read ${teamReads(teamId)} GROUP BY r.user_id) t ON t.user_id = u.id
    WHERE m.team_id = ${teamId} AND NOT m.hides_progress
    ORDER BY read DESC, lower(u.name), u.id LIMIT 50`);
}
