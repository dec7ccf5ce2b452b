import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Nothing, refusals } from '../../http/common.schemas.ts';
import { viewerOf } from '../users/viewer.ts';
import { DigestAnswer, DigestBody, UnsubscribeQuery } from './activity.schemas.ts';
import { chooseDigest, unsubscribe, wantsDigest } from './digest.ts';

const tags = ['Activity'];
const Html = { content: { 'text/html': { schema: Type.String() } } };

export const digestRoutes: FastifyPluginAsyncTypebox<{ available: boolean }> = async (app, { available }) => {
  // A mail program's button and the page's own send a form, in which nothing stands that is not in the address.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, _body, done) =>
    done(null, undefined),
  );

  app.get(
    '/digest',
    {
      schema: {
        tags,
        summary: 'Whether you get the weekly mail, and whether this server sends any',
        response: { 200: DigestAnswer, ...refusals(401) },
      },
    },
    async (request) => ({ available, on: await wantsDigest(viewerOf(request)) }),
  );

  app.put(
    '/digest',
    {
      schema: {
        tags,
        summary: 'Get the weekly mail, or no more',
        body: DigestBody,
        response: { 204: Nothing, ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      await chooseDigest(viewerOf(request), request.body.on);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/digest/unsubscribe',
    {
      config: { public: true },
      schema: {
        tags,
        summary:
          'The page of the link in the mail: it asks, because programs that look at links must not unsubscribe anybody',
        querystring: UnsubscribeQuery,
        response: { 200: Html, ...refusals(400) },
      },
    },
    async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .send(page('<form method="post"><button>Send me no more of these mails</button></form>')),
  );

  app.post(
    '/digest/unsubscribe',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'End the weekly mail that this token came with, without a login (RFC 8058)',
        querystring: UnsubscribeQuery,
        response: { 200: Html, ...refusals(400) },
      },
    },
    async (request, reply) => {
      await unsubscribe(request.query.token);
      return reply.type('text/html; charset=utf-8').send(page('<p>You get no more of these mails.</p>'));
    },
  );
};

function page(content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Carrel</title><main><h1>Weekly mail</h1>${content}</main></html>`;
}
