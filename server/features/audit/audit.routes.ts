import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { requireAdmin, viewerOf } from '../users/viewer.ts';
import { AuditAnswer, AuditExportQuery, AuditQuery } from './audit.schemas.ts';
import { AUDIT_ORDER, selectAuditEvents } from './audit.sql.ts';
import { exportAudit } from './exportAudit.ts';

const tags = ['Operations'];
const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' };
const TextAnswer = { schema: Type.String() };

export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/admin/audit',
    {
      schema: {
        tags,
        summary: 'Who did what to whom, newest first (admins)',
        querystring: AuditQuery,
        response: { 200: Type.Array(AuditAnswer), ...refusals(400, 401, 403) },
      },
    },
    async (request, reply) => {
      requireAdmin(viewerOf(request));
      const page = readPage(request.query, AUDIT_ORDER);
      const found = await selectAuditEvents(request.query, page);
      return answerPage(request, reply, found, page, AUDIT_ORDER);
    },
  );

  app.get(
    '/admin/audit/export',
    {
      schema: {
        tags,
        summary:
          'The audit log as CSV or newline-delimited JSON, narrowed as the list is (admins); this is recorded in it',
        querystring: AuditExportQuery,
        response: {
          200: { content: { 'text/csv': TextAnswer, 'application/x-ndjson': TextAnswer } },
          ...refusals(400, 401, 403),
        },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      requireAdmin(viewer);
      const { format, ...filters } = request.query;
      reply
        .header('content-type', TYPES[format])
        .header('content-disposition', `attachment; filename="audit.${format}"`);
      // A stream of the text that the schema declares, which its type cannot say.
      return reply.send(Readable.from(exportAudit(viewer, format, filters)) as unknown as string);
    },
  );
};
