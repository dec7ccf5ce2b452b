import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { MatrixQuery, MatrixRow } from './matrix.schemas.ts';
import { selectMatrix } from './matrix.sql.ts';
import { TEAM_READING_ORDERS } from './team-readings.sql.ts';
import { presentTeamReading } from './team-readings.ts';
import { requireMember } from './teams.ts';

export const matrixRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/teams/:id/matrix',
    {
      schema: {
        tags: ['Team lists'],
        summary: 'Who of a team has read what, by day due: its members and admins',
        params: IdParams,
        querystring: MatrixQuery,
        response: { 200: Type.Array(MatrixRow), ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      await requireMember(viewer, id);
      const order = TEAM_READING_ORDERS[request.query.sort];
      const page = readPage(request.query, order);
      const matrix = await selectMatrix(viewer.id, id, request.query, page, order);
      return answerPage(request, reply, matrix, page, order).map((row) => ({
        ...presentTeamReading(row),
        cells: row.cells,
      }));
    },
  );
};
