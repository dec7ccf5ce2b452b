import sql, { empty } from 'sql-template-tag';
import { behind, type Keyset, orderBy, type Page } from '../../database/keyset.ts';
import { literalPattern } from '../../database/pattern.ts';
import { rows } from '../../database/sql.ts';
import type { AuditFilterQuery } from './audit.schemas.ts';

export interface AuditRow {
  id: number;
  time: string;
  actor: string;
  actorId: number | null;
  action: string;
  subject: string;
  subjectId: number | null;
  ip: string | null;
  details: Record<string, unknown> | null;
}

/** Newest first. */
export const AUDIT_ORDER: Keyset = { name: 'newest', id: 'a.id', direction: 'DESC' };

/** A page of the audit log, and one row more if there is more. */
export function selectAuditEvents(
  { action, actor, subject, from, to }: AuditFilterQuery,
  page: Page,
): Promise<AuditRow[]> {
  return rows<AuditRow>(sql`
    SELECT a.id, a.created_at AS time, a.actor, a.actor_id AS "actorId", a.action, a.subject,
           a.subject_id AS "subjectId", a.ip, a.details
    FROM audit_events a
    WHERE true ${action ? sql`AND a.action = ${action}` : empty}
      ${actor ? sql`AND a.actor ILIKE ${literalPattern(actor)}` : empty}
      ${subject ? sql`AND a.subject ILIKE ${literalPattern(subject)}` : empty}
      ${from ? sql`AND a.created_at >= ${new Date(from)}` : empty}
      ${to ? sql`AND a.created_at <= ${new Date(to)}` : empty}
      ${behind(AUDIT_ORDER, page.after)} ${orderBy(AUDIT_ORDER)} LIMIT ${page.limit + 1}`);
}
