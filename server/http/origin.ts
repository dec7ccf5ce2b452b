import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Forbidden } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another web site makes with a visitor's cookie (cross-site request forgery). A Bearer token is never
 * sent by itself, so requests with one pass; so do clients that are no browser and send no Origin.
 */
export const originCheck = fp(async (app: FastifyInstance) => {
  app.addHook('onRequest', async (request) => {
    const { origin, authorization } = request.headers;
    if (SAFE.has(request.method) || authorization || origin === undefined) return;
    if (!URL.canParse(origin) || new URL(origin).host !== request.host)
      throw new Forbidden('this request comes from another site; open Carrel at its own address and try again');
  });
});
