import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { SignupPolicy } from '../../config.ts';
import type { Keyset } from '../../database/keyset.ts';
import { IdParams, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { SignUp, UserAnswer, UserChange, UsernameParams, UserQuery } from '../users/users.schemas.ts';
import { presentUser } from '../users/users.ts';
import { viewerOf } from '../users/viewer.ts';
import { changeAccount } from './account.ts';
import { PersonAnswer, PersonListAnswer, PersonQuery } from './people.schemas.ts';
import { listPeople, presentListedPerson, presentPerson } from './people.ts';
import { signUp } from './sign-up.ts';

const tags = ['Users'];
const ORDER: Keyset = { name: 'id', id: 'id', direction: 'ASC' };

export const peopleRoutes: FastifyPluginAsyncTypebox<{ signup: SignupPolicy }> = async (app, { signup }) => {
  app.post(
    '/users',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'Sign up, while sign-up is open or with an invitation; the first user becomes admin',
        body: SignUp,
        response: { 201: UserAnswer, ...refusals(400, 403, 404, 410) },
      },
    },
    async (request, reply) => reply.code(201).send(presentUser(await signUp(request.viewer, request.body, signup))),
  );

  app.get(
    '/users',
    {
      schema: {
        tags,
        summary: 'The users with what they added and the teams they belong to',
        querystring: UserQuery,
        response: { 200: Type.Array(PersonListAnswer), ...refusals(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, ORDER);
      const people = await listPeople(viewerOf(request), request.query, page);
      return answerPage(request, reply, people, page, ORDER).map(presentListedPerson);
    },
  );

  app.get(
    '/users/:id',
    {
      schema: {
        tags,
        summary: 'One user: notes, marked notes, and for himself and admins the reading list',
        params: IdParams,
        querystring: PersonQuery,
        response: { 200: PersonAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request) => presentPerson(viewerOf(request), request.params.id, request.query),
  );

  app.put(
    '/users/:username',
    {
      schema: {
        tags,
        summary: 'Change an account: your own, for admins anybody’s; a new password ends the user’s other sessions',
        params: UsernameParams,
        body: UserChange,
        response: { 200: UserAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => presentUser(await changeAccount(viewerOf(request), request.params.username, request.body)),
  );
};
