import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { requireAdmin, viewerOf } from '../users/viewer.ts';
import { createLoginGuard } from './login-guard.ts';
import { clearSessionCookie, setSessionCookie } from './sessions.plugin.ts';
import { Login, LoginAnswer, NewToken, NewTokenAnswer, SessionAnswer } from './sessions.schemas.ts';
import { createToken, endSession, endSessionsOf, listSessions, logIn, presentSession } from './sessions.ts';

const tags = ['Sessions'];

interface Options {
  days: number;
  loginFailures: number;
}

export const sessionsRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { days, loginFailures }) => {
  const guarded = createLoginGuard(loginFailures);

  app.post(
    '/login',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Log in: a token, and the same as a cookie',
        body: Login,
        response: { 200: LoginAnswer, ...refusals(400, 401, 403, 429) },
      },
    },
    async (request, reply) => {
      const { token, user } = await guarded(request.ip, request.body.username, () =>
        logIn(request.body, clientOf(request), days),
      );
      setSessionCookie(request, reply, token, days);
      return { token, id: user.id, username: user.username, name: user.name };
    },
  );

  app.delete(
    '/logout',
    { schema: { tags, summary: 'End the session that asks', response: { 204: Nothing, ...refusals(401) } } },
    async (request, reply) => {
      const viewer = viewerOf(request);
      await endSession(viewer, viewer.sessionId);
      clearSessionCookie(reply);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/sessions',
    {
      schema: {
        tags,
        summary: 'Your sessions and API tokens, the last used first',
        response: { 200: Type.Array(SessionAnswer), ...refusals(401) },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return (await listSessions(viewer)).map((session) => presentSession(viewer, session));
    },
  );

  app.post(
    '/sessions',
    {
      schema: {
        tags,
        summary: 'Make an API token; it is shown this once',
        body: NewToken,
        response: { 201: NewTokenAnswer, ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { token, session } = await createToken(viewer, request.body, clientOf(request), days);
      return reply.code(201).send({ ...presentSession(viewer, session), token });
    },
  );

  app.delete(
    '/sessions',
    { schema: { tags, summary: 'End all your sessions but this one', response: { 204: Nothing, ...refusals(401) } } },
    async (request, reply) => {
      const viewer = viewerOf(request);
      await endSessionsOf(viewer, viewer.id, viewer.sessionId);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/sessions/:id',
    {
      schema: {
        tags,
        summary: 'End one of your sessions',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      await endSession(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/users/:id/sessions',
    {
      schema: {
        tags,
        summary: 'End all sessions of a user (admins)',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      requireAdmin(viewer);
      await endSessionsOf(viewer, request.params.id);
      return reply.code(204).send(null);
    },
  );
};

function clientOf(request: FastifyRequest) {
  return { ip: request.ip, userAgent: request.headers['user-agent'] };
}
