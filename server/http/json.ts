import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** Takes JSON bodies only, and takes an empty one as none: many clients send the header with every DELETE. */
export const jsonBodies = fp(async (app: FastifyInstance) => {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
});
