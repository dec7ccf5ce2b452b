import { record } from '../../audit/record.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import type { Viewer } from '../users/viewer.ts';
import type { AuditAnswer, AuditFilterQuery } from './audit.schemas.ts';
import { selectAuditEvents } from './audit.sql.ts';

const PAGE = 500;
const COLUMNS = ['id', 'time', 'actor', 'actorId', 'action', 'subject', 'subjectId', 'ip', 'details'] as const;

/** The audit log as text, piece by piece: however long it is, a page of it is in memory. The export is itself recorded, first. */
export async function* exportAudit(
  viewer: Viewer,
  format: 'csv' | 'ndjson',
  filters: AuditFilterQuery,
): AsyncGenerator<string> {
  await transaction(database(), () => record(viewer, 'exported', { name: 'audit log' }, { format, ...filters }));
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  const write = format === 'csv' ? csvLine : (event: AuditAnswer) => `${JSON.stringify(event)}\n`;
  let after: number[] | undefined;
  for (;;) {
    const found = await selectAuditEvents(filters, { limit: PAGE, after });
    const page = found.slice(0, PAGE);
    yield page.map(write).join('');
    if (found.length <= PAGE) return;
    after = [page.at(-1)?.id as number];
  }
}

function csvLine(event: AuditAnswer): string {
  return `${COLUMNS.map((column) => csvField(event[column])).join(',')}\r\n`;
}

/** Quoted where it must be (RFC 4180); text that a spreadsheet would run as a formula begins with an apostrophe instead. */
function csvField(value: unknown): string {
  const text = value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
