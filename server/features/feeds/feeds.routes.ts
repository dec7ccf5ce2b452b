import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { FeedAnswer, FeedQuery, NewFeed, Opml, OpmlAnswer } from './feeds.schemas.ts';
import { FEED_ORDER, selectFeeds } from './feeds.sql.ts';
import { checkFeedNow, followFeed, presentFeed, unfollowFeed } from './feeds.ts';
import { exportOpml, importOpml } from './opml.ts';

const tags = ['Feeds'];

export const feedsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/feeds',
    {
      schema: {
        tags,
        summary: 'The feeds that you follow, the last followed first',
        querystring: FeedQuery,
        response: { 200: Type.Array(FeedAnswer), ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, FEED_ORDER);
      const feeds = await selectFeeds(viewerOf(request).id, page);
      return answerPage(request, reply, feeds, page, FEED_ORDER).map(presentFeed);
    },
  );

  app.post(
    '/feeds',
    {
      schema: {
        tags,
        summary: 'Follow a feed, or the one that a page names; 200 when you follow it already',
        body: NewFeed,
        response: { 200: FeedAnswer, 201: FeedAnswer, ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const { feed, added } = await followFeed(viewerOf(request), request.body);
      return reply.code(added ? 201 : 200).send(presentFeed(feed));
    },
  );

  app.post(
    '/feeds/:id/check',
    {
      schema: {
        tags,
        summary: 'Look at a feed now, and not when its time comes',
        params: IdParams,
        response: { 202: FeedAnswer, ...refusals(400, 401, 404, 409) },
      },
    },
    async (request, reply) =>
      reply.code(202).send(presentFeed(await checkFeedNow(viewerOf(request), request.params.id))),
  );

  app.delete(
    '/feeds/:id',
    {
      schema: {
        tags,
        summary: 'Follow a feed no more; what waits of it in your inbox goes too',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await unfollowFeed(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/feeds/opml',
    {
      schema: {
        tags,
        summary: 'The feeds that you follow as an OPML file, for other readers',
        response: {
          200: {
            content: {
              'text/x-opml': { schema: Type.Unsafe<Buffer>({ type: 'string', contentMediaType: 'text/x-opml' }) },
            },
          },
          ...refusals(401, 409),
        },
      },
    },
    async (request, reply) => {
      const file = await exportOpml(viewerOf(request));
      reply.header('content-disposition', 'attachment; filename="carrel-feeds.opml"');
      return reply.type('text/x-opml; charset=utf-8').send(Buffer.from(file) as never);
    },
  );

  app.post(
    '/feeds/opml',
    {
      schema: {
        tags,
        summary: 'Follow every feed of an OPML file, at most 1,000',
        body: Opml,
        response: { 200: OpmlAnswer, ...refusals(400, 401) },
      },
    },
    async (request) => importOpml(viewerOf(request), request.body.opml),
  );
};
