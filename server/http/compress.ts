import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const LEAST_CHARACTERS = 2048; // below that an answer fits in two packets, and what is left of it is no gain

/**
 * Sends JSON gzipped to clients that take it: a page of 50 blogs is 3.4 instead of 15.9 kB, for 0.05 ms. At level 1, since
 * level 6 takes twice and brotli three times as long for a tenth less. Never with a cookie, and never a short answer: that
 * is what a token comes in, and the length of a compressed secret tells of it (BREACH).
 */
export const compress = fp(async (app: FastifyInstance) => {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isJson = String(reply.getHeader('content-type')).startsWith('application/json');
    if (typeof payload !== 'string' || payload.length < LEAST_CHARACTERS || !isJson) return done(null, payload);
    reply.header('vary', 'accept-encoding');
    if (!takesGzip(request.headers['accept-encoding']) || reply.hasHeader('set-cookie')) return done(null, payload);
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    gzip(payload, { level: 1 }, done);
  });
});

function takesGzip(accepted: string | string[] | undefined): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(1|0\.0*[1-9])|,|$)/i.test(String(accepted));
}
