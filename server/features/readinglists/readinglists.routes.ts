import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import {
  NeighboursAnswer,
  NewReading,
  ReadingAnswer,
  ReadingChange,
  ReadingListItem,
  ReadingQuery,
  SavedReadingAnswer,
} from './readinglists.schemas.ts';
import { countReadings, READING_ORDERS, selectReadings } from './readinglists.sql.ts';
import {
  changeReading,
  findNeighbours,
  presentListItem,
  presentReading,
  removeFromReadingList,
} from './readinglists.ts';
import { listOrSave, presentSaved } from './saveToReadingList.ts';

const tags = ['Reading lists'];

export const readinglistsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/readinglists',
    {
      schema: {
        tags,
        summary: 'Your reading list, newest first; X-Counts says how much of all of it is unread and read',
        querystring: ReadingQuery,
        response: { 200: Type.Array(ReadingListItem), ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const { id } = viewerOf(request);
      const order = READING_ORDERS[request.query.sort];
      const page = readPage(request.query, order);
      const [readings, counts] = await Promise.all([selectReadings(id, request.query, page, order), countReadings(id)]);
      reply.header('x-counts', `unread=${counts.unread}, read=${counts.read}`);
      return answerPage(request, reply, readings, page, order).map(presentListItem);
    },
  );

  app.post(
    '/readinglists',
    {
      schema: {
        tags,
        summary:
          'Put a blog, or a page by its address, on your reading list; admins on anybody’s; 200 when a page is on it already',
        body: NewReading,
        response: { 200: SavedReadingAnswer, 201: SavedReadingAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const saved = await listOrSave(viewer, request.body);
      return reply.code(saved.added ? 201 : 200).send(presentSaved(viewer, saved));
    },
  );

  app.put(
    '/readinglists/:id',
    {
      schema: {
        tags,
        summary: 'Mark an entry of yours read or unread, say how far you came in its text, star it, tag it',
        params: IdParams,
        body: ReadingChange,
        response: { 200: ReadingAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return presentReading(viewer, await changeReading(viewer, request.params.id, request.body));
    },
  );

  app.get(
    '/readinglists/:id/neighbours',
    {
      schema: {
        tags,
        summary: 'The unread entries before and after one of yours, newest first',
        params: IdParams,
        response: { 200: NeighboursAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => findNeighbours(viewerOf(request), request.params.id),
  );

  app.delete(
    '/readinglists/:id',
    {
      schema: {
        tags,
        summary: 'Take an entry off your reading list',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await removeFromReadingList(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};
