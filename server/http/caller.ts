import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { calledBy, isPageName, PAGE_HEADER } from '../caller.ts';

/** Lets everything below a route know where the request came from. After the body was read, which loses any context before. */
export const callers = fp(async (app: FastifyInstance) => {
  app.addHook('preHandler', (request, _reply, done) => {
    const page = request.headers[PAGE_HEADER];
    calledBy({ ip: request.ip, page: isPageName(page) ? page : null }, done);
  });
});
