import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { SavedReadingAnswer } from '../readinglists/readinglists.schemas.ts';
import { presentSaved } from '../readinglists/saveToReadingList.ts';
import { viewerOf } from '../users/viewer.ts';
import { InboxFilter, InboxItemAnswer, InboxQuery } from './feeds.schemas.ts';
import { clearInbox, countInbox, INBOX_ORDER, selectInbox } from './inbox.sql.ts';
import { dismissPost, listPost, presentItem, putPostBack } from './inbox.ts';

const tags = ['Feeds'];

export const inboxRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/inbox',
    {
      schema: {
        tags,
        summary: 'New posts of the feeds that you follow, newest first; X-Counts says how many wait in all',
        querystring: InboxQuery,
        response: { 200: Type.Array(InboxItemAnswer), ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const { id } = viewerOf(request);
      const page = readPage(request.query, INBOX_ORDER);
      const [items, count] = await Promise.all([selectInbox(id, request.query.feed, page), countInbox(id)]);
      reply.header('x-counts', `inbox=${count}`);
      return answerPage(request, reply, items, page, INBOX_ORDER).map(presentItem);
    },
  );

  app.post(
    '/inbox/:id/list',
    {
      schema: {
        tags,
        summary: 'Put a post on your reading list; it leaves the inbox; 200 when it is on the list already',
        params: IdParams,
        response: { 200: SavedReadingAnswer, 201: SavedReadingAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const saved = await listPost(viewer, request.params.id);
      return reply.code(saved.added ? 201 : 200).send(presentSaved(viewer, saved));
    },
  );

  app.delete(
    '/inbox/:id',
    {
      schema: {
        tags,
        summary: 'Take a post out of your inbox; it does not come again',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await dismissPost(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/inbox/:id',
    {
      schema: {
        tags,
        summary: 'Put a post back that you dismissed within the last hour',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await putPostBack(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/inbox',
    {
      schema: {
        tags,
        summary: 'Empty your inbox, or take the posts of one feed out of it',
        querystring: InboxFilter,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await clearInbox(viewerOf(request).id, request.query.feed);
      return reply.code(204).send(null);
    },
  );
};
