import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { SearchQuery, SearchResult } from './search.schemas.ts';
import { SEARCH_ORDER } from './search.sql.ts';
import { presentFound, search } from './search.ts';

export const searchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/search',
    {
      schema: {
        tags: ['Search'],
        summary: 'What has these words, best first: titles, authors and texts of blogs, and the notes you may see',
        querystring: SearchQuery,
        response: { 200: Type.Array(SearchResult), ...refusals(400, 401, 503) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, SEARCH_ORDER);
      const found = await search(viewerOf(request), request.query.q, page);
      return answerPage(request, reply, found, page, SEARCH_ORDER).map(presentFound);
    },
  );
};
