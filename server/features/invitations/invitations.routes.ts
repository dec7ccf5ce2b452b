import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { SignupPolicy } from '../../config.ts';
import { IdParams, Nothing, PageQuery, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { TeamRef } from '../teams/teams.schemas.ts';
import { requireManager } from '../teams/teams.ts';
import { viewerOf } from '../users/viewer.ts';
import {
  InvitationAnswer,
  InvitationParams,
  NewInvitation,
  NewInvitationAnswer,
  OpenInvitationAnswer,
  TokenParams,
} from './invitations.schemas.ts';
import { INVITATION_ORDER, selectInvitations } from './invitations.sql.ts';
import {
  acceptInvitation,
  findInvitation,
  invite,
  presentInvitation,
  presentOpenInvitation,
  revokeInvitation,
} from './invitations.ts';

const tags = ['Invitations'];

export const invitationsRoutes: FastifyPluginAsyncTypebox<{ signup: SignupPolicy }> = async (app, { signup }) => {
  app.get(
    '/teams/:id/invitations',
    {
      schema: {
        tags,
        summary: 'The invitations to a team, newest first, past ones too: owners and admins',
        params: IdParams,
        querystring: PageQuery,
        response: { 200: Type.Array(InvitationAnswer), ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await requireManager(viewerOf(request), id);
      const page = readPage(request.query, INVITATION_ORDER);
      const invitations = await selectInvitations(id, page);
      return answerPage(request, reply, invitations, page, INVITATION_ORDER).map(presentInvitation);
    },
  );

  app.post(
    '/teams/:id/invitations',
    {
      schema: {
        tags,
        summary: 'Make a link that takes whoever holds it into the team: owners and admins. It is shown once',
        params: IdParams,
        body: NewInvitation,
        response: { 201: NewInvitationAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => reply.code(201).send(await invite(viewerOf(request), request.params.id, request.body)),
  );

  app.delete(
    '/teams/:id/invitations/:invitationId',
    {
      schema: {
        tags,
        summary: 'Take an invitation back: owners and admins',
        params: InvitationParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await revokeInvitation(viewerOf(request), request.params.id, request.params.invitationId);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/invitations/:token',
    {
      config: { public: true },
      schema: {
        tags,
        summary: 'What an invitation invites to, for whoever holds its link; 410 when it is over',
        params: TokenParams,
        response: { 200: OpenInvitationAnswer, ...refusals(400, 404, 410) },
      },
    },
    async (request) => presentOpenInvitation(await findInvitation(request.params.token), signup),
  );

  app.post(
    '/invitations/:token/accept',
    {
      schema: {
        tags,
        summary: 'Join the team of an invitation; a member already stays as he is, and no use is counted',
        params: TokenParams,
        response: { 200: TeamRef, ...refusals(400, 401, 404, 410) },
      },
    },
    async (request) => acceptInvitation(viewerOf(request), request.params.token),
  );
};
