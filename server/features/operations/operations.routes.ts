import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { SignupPolicy } from '../../config.ts';
import type { Migrator } from '../../database/migrator.ts';
import { refusals } from '../../http/common.schemas.ts';
import { VERSION } from '../../version.ts';
import { hasUsers } from '../users/users.ts';
import { requireAdmin, viewerOf } from '../users/viewer.ts';
import { MigrationsAnswer, StatusAnswer } from './operations.schemas.ts';

interface Options {
  migrator: Migrator;
}

const Health = Type.Object({ status: Type.String() });
const tags = ['Operations'];

/** For a supervisor or load balancer, without a login. */
export const healthRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { migrator }) => {
  app.get(
    '/live',
    { schema: { tags, security: [], summary: 'The process answers', response: { 200: Health } } },
    async () => ({ status: 'live' }),
  );

  app.get(
    '/ready',
    {
      schema: {
        tags,
        security: [],
        summary: 'The database is reachable and no migration is pending',
        response: { 200: Health, ...refusals(503) },
      },
    },
    async (_request, reply) => {
      const status = await migrator.status().catch(() => undefined);
      if (!status) return reply.code(503).send({ error: 'the database cannot be reached' });
      if (status.pending.length)
        return reply.code(503).send({ error: `migrations are pending: ${status.pending.join(', ')}` });
      return { status: 'ready' };
    },
  );
};

export const operationsRoutes: FastifyPluginAsyncTypebox<Options & { signup: SignupPolicy }> = async (
  app,
  { migrator, signup },
) => {
  app.get(
    '/status',
    {
      config: { public: true },
      schema: {
        tags,
        security: [],
        summary: 'What a client needs at its start: whether there is an account, who may create one, who is asking',
        response: { 200: StatusAnswer },
      },
    },
    // Somebody who is signed in proves that there is an account, so the usual start costs no query here.
    async (request) => {
      const user = request.viewer?.sessionId ? request.viewer : null; // a viewer without a session is no account
      return { firstRun: !user && !(await hasUsers()), signup, version: VERSION, position: app.events.position, user };
    },
  );

  app.get(
    '/admin/migrations',
    {
      schema: {
        tags,
        summary: 'Which migrations were executed, and when, and which are pending (admins)',
        response: { 200: MigrationsAnswer, ...refusals(401, 403) },
      },
    },
    async (request) => {
      requireAdmin(viewerOf(request));
      const { executed, pending } = await migrator.status();
      return {
        executed: executed.map(({ name, executedAt }) => ({ name, executedAt: executedAt.toISOString() })),
        pending,
      };
    },
  );
};
