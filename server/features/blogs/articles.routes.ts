import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { NotFound } from '../../errors.ts';
import { IdParams, refusals } from '../../http/common.schemas.ts';
import { viewerOf } from '../users/viewer.ts';
import { ArticleAnswer, ImageQuery } from './articles.schemas.ts';
import { presentArticle, readArticle, readImage } from './readArticle.ts';

const tags = ['Blogs'];
/** An SVG is a document, and its address can be opened by itself: then nothing in it may run or load. */
const HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

interface Options {
  images: ArticleAnswer['images'];
  fetchAllow: readonly string[];
}

export const articlesRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { images, fetchAllow }) => {
  app.get(
    '/blogs/:id/article',
    {
      schema: {
        tags,
        summary: 'The text of a blog, to read it here; 404 says why there is none',
        params: IdParams,
        response: { 200: ArticleAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request) => presentArticle(await readArticle(viewerOf(request), request.params.id), images),
  );

  app.get(
    '/blogs/:id/image',
    {
      schema: {
        tags,
        summary: 'A picture in the text of a blog, fetched by this server; only where CARREL_IMAGES is proxy',
        params: IdParams,
        querystring: ImageQuery,
        response: {
          200: {
            content: { 'image/*': { schema: Type.Unsafe<Buffer>({ type: 'string', contentMediaType: 'image/*' }) } },
          },
          ...refusals(400, 401, 404, 502),
        },
      },
    },
    async (request, reply) => {
      if (images !== 'proxy') throw new NotFound('picture');
      const { bytes, type } = await readImage(viewerOf(request), request.params.id, request.query.src, fetchAllow);
      reply.header('content-security-policy', HARMLESS).header('cache-control', 'private, max-age=604800');
      return reply.type(type).send(bytes as never);
    },
  );
};
