import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, PageQuery, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { AUTHOR_ORDER, selectAuthors } from './authors.sql.ts';
import { AuthorAnswer, BlogAnswer, BlogChange, BlogDeleteQuery, BlogQuery, NewBlog } from './blogs.schemas.ts';
import { BLOG_ORDERS, selectBlogs } from './blogs.sql.ts';
import { changeBlog, findBlog, likeBlog, presentBlog, removeBlog } from './blogs.ts';
import { createFetchGuard } from './fetch-guard.ts';
import { fetchAgain } from './fetchAgain.ts';
import { addOrSave } from './saveByAddress.ts';

const tags = ['Blogs'];

export const blogsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const mayFetch = createFetchGuard();

  app.get(
    '/blogs',
    {
      schema: {
        tags,
        summary: 'The library, most likes first',
        querystring: BlogQuery,
        response: { 200: Type.Array(BlogAnswer), ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const order = BLOG_ORDERS[request.query.sort];
      const page = readPage(request.query, order);
      const blogs = await selectBlogs(viewerOf(request).id, request.query, page, order);
      return answerPage(request, reply, blogs, page, order).map(presentBlog);
    },
  );

  app.get(
    '/blogs/:id',
    {
      schema: {
        tags,
        summary: 'One blog',
        params: IdParams,
        response: { 200: BlogAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request) => presentBlog(await findBlog(viewerOf(request), request.params.id)),
  );

  app.post(
    '/blogs',
    {
      schema: {
        tags,
        summary:
          'Add a blog. Without a title its page is fetched (see article) and tells it; 200 when a blog is there already for this address',
        body: NewBlog,
        response: { 200: BlogAnswer, 201: BlogAnswer, ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const { blog, added } = await addOrSave(viewerOf(request), request.body);
      return reply.code(added ? 201 : 200).send(presentBlog(blog));
    },
  );

  app.post(
    '/blogs/:id/fetch',
    {
      schema: {
        tags,
        summary: 'Fetch the page of a blog, for the first time or again',
        params: IdParams,
        response: { 202: BlogAnswer, ...refusals(400, 401, 404, 429) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { id } = await findBlog(viewer, request.params.id);
      await mayFetch(viewer);
      return reply.code(202).send(presentBlog(await fetchAgain(viewer, id)));
    },
  );

  app.put(
    '/blogs/:id',
    {
      schema: {
        tags,
        summary: 'Change a blog: who added it and admins; for others, likes one more or one fewer is their own like',
        params: IdParams,
        body: BlogChange,
        response: { 200: BlogAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => presentBlog(await changeBlog(viewerOf(request), request.params.id, request.body)),
  );

  app.delete(
    '/blogs/:id',
    {
      schema: {
        tags,
        summary: 'Delete a blog: who added it and admins',
        params: IdParams,
        querystring: BlogDeleteQuery,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await removeBlog(viewerOf(request), request.params.id, request.query.force);
      return reply.code(204).send(null);
    },
  );

  for (const [method, like, summary] of [
    ['PUT', true, 'Like a blog'],
    ['DELETE', false, 'Take your like back'],
  ] as const)
    app.route({
      method,
      url: '/blogs/:id/like',
      schema: {
        tags,
        summary,
        params: IdParams,
        response: { 200: BlogAnswer, ...refusals(400, 401, 404) },
      },
      handler: async (request) => presentBlog(await likeBlog(viewerOf(request), request.params.id, like)),
    });

  app.get(
    '/authors',
    {
      schema: {
        tags,
        summary: 'Who wrote the blogs, most likes first',
        querystring: PageQuery,
        response: { 200: Type.Array(AuthorAnswer), ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, AUTHOR_ORDER);
      const authors = answerPage(request, reply, await selectAuthors(page), page, AUTHOR_ORDER);
      return authors.map(({ author, blogs, likes }) => ({ author, articles: blogs, blogs, likes }));
    },
  );
};
