import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Nothing, PageQuery, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { TagAnswer, TagChange, TagParams } from './tags.schemas.ts';
import { selectTags, TAG_ORDER } from './tags.sql.ts';
import { removeTag, renameTag } from './tags.ts';

const tags = ['Reading lists'];

export const tagsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/tags',
    {
      schema: {
        tags,
        summary: 'The tags on your reading list, by name',
        querystring: PageQuery,
        response: { 200: Type.Array(TagAnswer), ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, TAG_ORDER);
      return answerPage(request, reply, await selectTags(viewerOf(request).id, page), page, TAG_ORDER);
    },
  );

  app.put(
    '/tags/:name',
    {
      schema: {
        tags,
        summary: 'Rename a tag of yours on all entries; given the name of another one, both become one',
        params: TagParams,
        body: TagChange,
        response: { 200: TagAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request) => renameTag(viewerOf(request), request.params.name, request.body.name),
  );

  app.delete(
    '/tags/:name',
    {
      schema: {
        tags,
        summary: 'Take a tag of yours off all entries',
        params: TagParams,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await removeTag(viewerOf(request), request.params.name);
      return reply.code(204).send(null);
    },
  );
};
