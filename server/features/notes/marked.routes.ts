import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { MarkedAnswer, MarkedQuery } from './marked.schemas.ts';
import { MARKED_ORDER } from './marked.sql.ts';
import { listMarkedIn, presentMarked } from './marked.ts';

export const markedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/teams/:id/marked',
    {
      schema: {
        tags: ['Teams'],
        summary:
          'The notes that members of a team of yours marked this week, as far as you may see them, most marks first',
        params: IdParams,
        querystring: MarkedQuery,
        response: { 200: Type.Array(MarkedAnswer), ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, MARKED_ORDER);
      const notes = await listMarkedIn(viewerOf(request), request.params.id, request.query.since, page);
      return answerPage(request, reply, notes, page, MARKED_ORDER).map(presentMarked);
    },
  );
};
