import '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { Unauthorized } from '../../errors.ts';
import { identify } from './sessions.ts';

/** The cookie that a browser's session token comes in. */
export const SESSION_COOKIE = 'carrel_session';

/**
 * Answers who is asking, before anything else looks at the request. Every route needs a login unless its config says
 * `public`; there a token that is good is still known, and one that is not does not matter.
 */
export const sessions = fp(async (app: FastifyInstance, { days }: { days: number }) => {
  app.decorateRequest('viewer', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.viewer || request.is404) return;
    const isPublic = request.routeOptions.config.public;
    const token = tokenOf(request);
    if (!token) {
      if (isPublic) return;
      throw new Unauthorized(request.headers.authorization ? undefined : 'token missing: log in first');
    }
    try {
      const { viewer, touched } = await identify(token, days);
      request.viewer = viewer;
      if (touched && request.cookies[SESSION_COOKIE] === token) setSessionCookie(request, reply, token, days);
    } catch (error) {
      if (!isPublic || !(error instanceof Unauthorized)) throw error;
    }
  });
});

/** A Bearer token (scheme in any letter case, RFC 9110 section 11.1) goes before the cookie. */
function tokenOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) return /^bearer +(\S+) *$/i.exec(authorization)?.[1];
  return request.cookies[SESSION_COOKIE];
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, days: number): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: days * 86_400,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
