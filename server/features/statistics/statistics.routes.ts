import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdParams, refusals } from '../../http/common.schemas.ts';
import { viewerOf } from '../users/viewer.ts';
import { StatisticsAnswer, StatisticsQuery, TeamStatisticsAnswer } from './statistics.schemas.ts';
import { presentStatistics, presentTeamStatistics } from './statistics.ts';

export const statisticsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/statistics',
    {
      schema: {
        tags: ['Reading lists'],
        summary: 'Your reading: over time, by author and by year; nobody else sees it',
        querystring: StatisticsQuery,
        response: { 200: StatisticsAnswer, ...refusals(400, 401) },
      },
    },
    async (request) => presentStatistics(viewerOf(request), request.query),
  );

  app.get(
    '/teams/:id/statistics',
    {
      schema: {
        tags: ['Teams'],
        summary: 'What a team read of its list: its members and admins; without those who hide their progress',
        params: IdParams,
        querystring: StatisticsQuery,
        response: { 200: TeamStatisticsAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => presentTeamStatistics(viewerOf(request), request.params.id, request.query),
  );
};
