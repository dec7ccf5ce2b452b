import sql, { raw, type Sql } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page, sortKey } from '../../database/keyset.ts';
import { rows } from '../../database/sql.ts';
import type { InvitationAnswer } from './invitations.schemas.ts';

/** An invitation with its team and its maker, as the database answers. */
export interface InvitationRow {
  id: number;
  teamId: number;
  teamName: string;
  role: InvitationAnswer['role'];
  state: InvitationAnswer['state'];
  uses: number;
  maxUses: number | null;
  expiresAt: string | null;
  createdAt: string;
  makerId: number;
  makerName: string;
  makerIsAdmin: boolean;
}

export const INVITATION_ORDER: Keyset = { name: 'newest', id: 'i.id', direction: 'DESC' };

/** An invitation is worth as much as its maker's word: void once he is disabled, or neither an owner of the team nor an admin. */
const STATE = raw(`CASE
    WHEN i.revoked_at IS NOT NULL THEN 'revoked'
    WHEN i.expires_at <= now() THEN 'expired'
    WHEN i.uses >= i.max_uses THEN 'used'
    WHEN u.disabled OR NOT (u.admin OR EXISTS (SELECT FROM memberships m
      WHERE m.team_id = i.team_id AND m.user_id = u.id AND m.role = 'owner')) THEN 'void'
    ELSE 'open' END`);

function select(rest: Sql): Promise<InvitationRow[]> {
  return rows<InvitationRow>(sql`
    SELECT i.id, i.team_id AS "teamId", t.name AS "teamName", i.role, ${STATE} AS state, i.uses, i.max_uses AS "maxUses",
           i.expires_at AS "expiresAt", i.created_at AS "createdAt",
           u.id AS "makerId", u.name AS "makerName", u.admin AS "makerIsAdmin", ${sortKey(INVITATION_ORDER)}
    FROM invitations i JOIN teams t ON t.id = i.team_id JOIN users u ON u.id = i.created_by WHERE ${rest}`);
}

/** A page of a team's invitations, past ones too, and one row more if there is more. */
export function selectInvitations(teamId: number, page: Page): Promise<InvitationRow[]> {
  return select(sql`i.team_id = ${teamId} ${behind(INVITATION_ORDER, page.after)}
    ${orderBy(INVITATION_ORDER)} LIMIT ${page.limit + 1}`);
}

export async function selectInvitation(by: { id: number } | { tokenHash: Buffer }): Promise<InvitationRow | undefined> {
  const [invitation] = await select('id' in by ? sql`i.id = ${by.id}` : sql`i.token_hash = ${by.tokenHash}`);
  return invitation;
}

/** Counts one use, if one is left; this condition, not what was read before, is what holds when many come at once. */
export async function takeUse(id: number): Promise<boolean> {
  const taken = await rows(sql`
    UPDATE invitations SET uses = uses + 1, updated_at = now()
    WHERE id = ${id} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
      AND (max_uses IS NULL OR uses < max_uses)
    RETURNING id`);
  return taken.length === 1;
}
