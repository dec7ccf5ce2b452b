import sql from 'sql-template-tag';
import { rows } from '../../database/sql.ts';

/** The kinds there are, at none too, so that a series does not break off when the last session ends. */
export function countSessions(): Promise<{ kind: string; count: number }[]> {
  return rows(sql`
    SELECT kinds.kind, count(s.id)::int AS count FROM (VALUES ('login'), ('token')) kinds(kind)
    LEFT JOIN sessions s ON s.kind = kinds.kind AND s.expires_at > now() GROUP BY kinds.kind`);
}

export function countJobs(): Promise<{ queue: string; state: string; count: number }[]> {
  return rows(sql`SELECT name AS queue, state::text, count(*)::int AS count FROM pgboss.job GROUP BY name, state`);
}
