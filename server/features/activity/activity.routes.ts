import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { requireMember } from '../teams/teams.ts';
import { viewerOf } from '../users/viewer.ts';
import { ActivityAnswer, ActivityQuery, NotificationAnswer, NotificationQuery, SeenBody } from './activity.schemas.ts';
import { countUnseen, NOTIFICATION_ORDER, selectNotifications } from './notifications.sql.ts';
import { markSeen } from './notifications.ts';
import { ACTIVITY_ORDER, selectActivity } from './team-activity.sql.ts';

const tags = ['Activity'];

export const activityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/notifications',
    {
      schema: {
        tags,
        summary:
          'What concerns you, newest first; X-Counts says how much of it you have not seen (100 stands for more)',
        querystring: NotificationQuery,
        response: { 200: Type.Array(NotificationAnswer), ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const { id } = viewerOf(request);
      const page = readPage(request.query, NOTIFICATION_ORDER);
      const [found, unseen] = await Promise.all([selectNotifications(id, request.query, page), countUnseen(id)]);
      reply.header('x-counts', `unseen=${unseen}`);
      return answerPage(request, reply, found, page, NOTIFICATION_ORDER);
    },
  );

  app.put(
    '/notifications/seen',
    {
      schema: {
        tags,
        summary: 'Mark your notifications as seen, up to one or all of them',
        body: SeenBody,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await markSeen(viewerOf(request), request.body.upTo);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/teams/:id/activity',
    {
      schema: {
        tags,
        summary: 'What happened in a team, newest first: its members and admins; nothing of who hides his progress',
        params: IdParams,
        querystring: ActivityQuery,
        response: { 200: Type.Array(ActivityAnswer), ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      await requireMember(viewer, request.params.id);
      const page = readPage(request.query, ACTIVITY_ORDER);
      const found = await selectActivity(viewer.id, request.params.id, page);
      return answerPage(request, reply, found, page, ACTIVITY_ORDER);
    },
  );
};
