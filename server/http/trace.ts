import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { listenToQueries, type QueryListener } from '../database/trace.ts';

/** The header by which a request asks for the times of its answer, and in which a request's id travels. */
const ASKS = 'x-server-timing';
const ID = 'x-request-id';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a request that is watched has asked the database; undefined for the others. */
    queries?: { count: number; ms: number; listener: QueryListener };
  }
}

/**
 * Gives each request an id, which its log lines carry and its answer says. A proxy that is trusted may bring its own.
 */
export function requestIds(trustProxy: boolean): (request: IncomingMessage) => string {
  const start = randomBytes(4).toString('hex'); // so that ids of another start are others
  let count = 0;
  return ({ headers: { [ID]: given } }) =>
    trustProxy && typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given)
      ? given
      : `${start}-${(++count).toString(36)}`;
}

/**
 * Tells the id of a request in its answer; logs queries that took `slowMs` or longer with the route that made them (0: none);
 * and answers `Server-Timing` (W3C) to requests that ask for it. Nothing of it costs a request anything that is not watched:
 * following the queries of one takes an AsyncLocalStorage.
 */
export const trace = fp(async (app: FastifyInstance, { slowMs }: { slowMs: number }) => {
  app.decorateRequest('queries', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(ID, request.id);
    if (!slowMs && !request.headers[ASKS]) return done();
    const listener: QueryListener = (text, ms) => {
      queries.count++;
      queries.ms += ms;
      if (slowMs && ms >= slowMs) logSlow(request, text, ms);
    };
    const queries = { count: 0, ms: 0, listener };
    request.queries = queries;
    listenToQueries(listener, done);
  });
  // Reading a body leaves the asynchronous call that began in onRequest, so it is entered again.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.queries) listenToQueries(request.queries.listener, done);
    else done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.queries && request.headers[ASKS]) {
      const { count, ms } = request.queries;
      const database = `db;dur=${ms.toFixed(1)};desc="${count} ${count === 1 ? 'query' : 'queries'}"`;
      reply.header('server-timing', `${database}, total;dur=${reply.elapsedTime.toFixed(1)}`);
    }
    done(null, payload);
  });
});

/** Without what was asked for: values that stand in the text itself could be somebody's own words. */
function logSlow(request: FastifyRequest, text: string, ms: number): void {
  const sql = text
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 2000);
  const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
  request.log.warn({ route, ms: Math.round(ms), sql }, 'slow query');
}
