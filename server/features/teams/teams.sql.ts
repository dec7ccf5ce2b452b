import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import type { MemberAnswer, Role } from './teams.schemas.ts';

/** A team as one viewer sees it, as the database answers. */
export interface TeamRow {
  id: number;
  name: string;
  memberCount: number;
  role: Role | null;
  sortKey: string;
}

/** By name. */
export const TEAM_ORDER: Keyset = {
  name: 'name',
  key: { sql: 'lower(t.name)', type: 'text' },
  id: 't.id',
  direction: 'ASC',
};

function select<Row extends TeamRow>(viewerId: number, rest: Sql, more = empty): Promise<Row[]> {
  return rows<Row>(
    sql`
    SELECT t.id, t.name, ${more} (SELECT count(*)::int FROM memberships m WHERE m.team_id = t.id) AS "memberCount",
           (SELECT m.role FROM memberships m WHERE m.team_id = t.id AND m.user_id = ${viewerId}) AS role,
           ${sortKey(TEAM_ORDER)}
    FROM teams t WHERE true ${rest}`,
    { quick: true },
  );
}

/** A page of the teams, and one row more if there is more. */
export function selectTeams(viewerId: number, page: Page): Promise<TeamRow[]> {
  return select(viewerId, sql`${behind(TEAM_ORDER, page.after)} ${orderBy(TEAM_ORDER)} LIMIT ${page.limit + 1}`);
}

/** The owners first. Whatever counts members by their place takes this. */
export const MEMBER_ORDER = raw('ORDER BY m.role DESC, lower(u.name), u.id');

const MEMBERS = sql`(
  SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'role', m.role, 'hidesProgress', m.hides_progress)
    ${MEMBER_ORDER}), '[]')
  FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.team_id = t.id) AS members, `;

/** One team with who belongs to it, the owners first. */
export async function selectTeam(
  viewerId: number,
  id: number,
): Promise<(TeamRow & { members: MemberAnswer[] }) | undefined> {
  const [team] = await select<TeamRow & { members: MemberAnswer[] }>(viewerId, sql`AND t.id = ${id}`, MEMBERS);
  return team;
}
