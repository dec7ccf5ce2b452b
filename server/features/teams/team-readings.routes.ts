import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import {
  NewTeamReading,
  TeamReadingAnswer,
  TeamReadingChange,
  TeamReadingParams,
  TeamReadingQuery,
} from './team-readings.schemas.ts';
import { selectTeamReadings, TEAM_READING_ORDERS } from './team-readings.sql.ts';
import { addTeamReading, changeTeamReading, presentTeamReading, removeTeamReading } from './team-readings.ts';
import { requireMember } from './teams.ts';

const tags = ['Team lists'];

export const teamReadingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/teams/:id/readings',
    {
      schema: {
        tags,
        summary: 'What a team reads, by day due: its members and admins',
        params: IdParams,
        querystring: TeamReadingQuery,
        response: { 200: Type.Array(TeamReadingAnswer), ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = request.params;
      await requireMember(viewer, id);
      const order = TEAM_READING_ORDERS[request.query.sort];
      const page = readPage(request.query, order);
      const readings = await selectTeamReadings(viewer.id, id, request.query, page, order);
      return answerPage(request, reply, readings, page, order).map(presentTeamReading);
    },
  );

  app.post(
    '/teams/:id/readings',
    {
      schema: {
        tags,
        summary: 'Put a blog on a team’s list, and unread on its members’ own lists: members and admins',
        params: IdParams,
        body: NewTeamReading,
        response: { 201: TeamReadingAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addTeamReading(viewerOf(request), request.params.id, request.body)),
  );

  app.put(
    '/teams/:id/readings/:blogId',
    {
      schema: {
        tags,
        summary: 'Change the day due or the word why: who put it there, owners and admins',
        params: TeamReadingParams,
        body: TeamReadingChange,
        response: { 200: TeamReadingAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { id, blogId } = request.params;
      return changeTeamReading(viewerOf(request), id, blogId, request.body);
    },
  );

  app.delete(
    '/teams/:id/readings/:blogId',
    {
      schema: {
        tags,
        summary: 'Take a blog off a team’s list, and off the lists of members who never touched it',
        params: TeamReadingParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await removeTeamReading(viewerOf(request), request.params.id, request.params.blogId);
      return reply.code(204).send(null);
    },
  );
};
