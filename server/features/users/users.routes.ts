import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Forbidden } from '../../errors.ts';
import { refusals } from '../../http/common.schemas.ts';
import { NewUser, UserAnswer } from './users.schemas.ts';
import { createUser, presentUser } from './users.ts';

const tags = ['Users'];

export const usersRoutes: FastifyPluginAsyncTypebox<{ signup: 'open' | 'closed' }> = async (app, { signup }) => {
  app.post(
    '/users',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Sign up, while sign-up is open; the first user becomes admin',
        body: NewUser,
        response: { 201: UserAnswer, ...refusals(400, 403) },
      },
    },
    async (request, reply) => {
      if (signup === 'closed' && !request.viewer?.admin)
        throw new Forbidden('sign-up is closed on this server; ask an admin for an account');
      return reply.code(201).send(presentUser(await createUser(request.body)));
    },
  );
};
