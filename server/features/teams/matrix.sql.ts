import sql from 'sql-template-tag';
import type { Keyset, Page } from '../../database/keyset.ts';
import { MATRIX_WIDTH, type MatrixQuery, type MatrixRow } from './matrix.schemas.ts';
import { isoTime, selectTeamReadings, type TeamReadingRow } from './team-readings.sql.ts';
import { MEMBER_ORDER } from './teams.sql.ts';

/**
 * A page of a team's list, each blog with the entries of those of `MATRIX_WIDTH` members who began it and show it. One query:
 * who these members are is asked once for all of its rows, because it depends on none of them.
 */
export function selectMatrix(
  viewerId: number,
  teamId: number,
  query: MatrixQuery,
  page: Page,
  order: Keyset,
): Promise<(TeamReadingRow & Pick<MatrixRow, 'cells'>)[]> {
  const shown = sql`SELECT c.user_id FROM (
      SELECT m.user_id, m.hides_progress FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.team_id = ${teamId}
      ${MEMBER_ORDER} OFFSET ${query.membersFrom}::int LIMIT ${MATRIX_WIDTH}::int) c WHERE NOT c.hides_progress`;
  const cells = sql`(SELECT coalesce(json_agg(json_build_object(
        'userId', r.user_id, 'readAt', ${isoTime('r.read_at')}, 'progress', r.progress)), '[]')
      FROM readinglists r WHERE r.blog_id = x.blog_id AND r.user_id = ANY (ARRAY(${shown}))
        AND (r.read OR r.progress > 0)) AS cells,`;
  return selectTeamReadings<Pick<MatrixRow, 'cells'>>(viewerId, teamId, query, page, order, cells);
}
