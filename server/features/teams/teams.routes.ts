import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { addMember, changeMember, removeMember } from './members.ts';
import {
  MemberAnswer,
  MemberChange,
  MemberParams,
  NewMember,
  TeamAnswer,
  TeamBody,
  TeamPageAnswer,
  TeamQuery,
} from './teams.schemas.ts';
import { selectTeams, TEAM_ORDER } from './teams.sql.ts';
import { deleteTeam, findTeam, foundTeam, presentTeam, renameTeam } from './teams.ts';

const tags = ['Teams'];

export const teamsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/teams',
    {
      schema: {
        tags,
        summary: 'The teams, by name',
        querystring: TeamQuery,
        response: { 200: Type.Array(TeamAnswer), ...refusals(400, 401) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, TEAM_ORDER);
      const teams = await selectTeams(viewerOf(request).id, page);
      return answerPage(request, reply, teams, page, TEAM_ORDER).map(presentTeam);
    },
  );

  app.get(
    '/teams/:id',
    {
      schema: {
        tags,
        summary: 'One team with its members',
        params: IdParams,
        response: { 200: TeamPageAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request) => findTeam(viewerOf(request), request.params.id),
  );

  app.post(
    '/teams',
    {
      schema: {
        tags,
        summary: 'Found a team; you become its owner',
        body: TeamBody,
        response: { 201: TeamPageAnswer, ...refusals(400, 401) },
      },
    },
    async (request, reply) => reply.code(201).send(await foundTeam(viewerOf(request), request.body)),
  );

  app.put(
    '/teams/:id',
    {
      schema: {
        tags,
        summary: 'Rename a team: owners and admins',
        params: IdParams,
        body: TeamBody,
        response: { 200: TeamPageAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => renameTeam(viewerOf(request), request.params.id, request.body),
  );

  app.delete(
    '/teams/:id',
    {
      schema: {
        tags,
        summary: 'Delete a team: owners and admins',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await deleteTeam(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/teams/:id/members',
    {
      schema: {
        tags,
        summary: 'Take somebody into a team, by userId or username: owners and admins',
        params: IdParams,
        body: NewMember,
        response: { 201: MemberAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => reply.code(201).send(await addMember(viewerOf(request), request.params.id, request.body)),
  );

  app.put(
    '/teams/:id/members/:userId',
    {
      schema: {
        tags,
        summary: 'Change a member’s role (owners and admins), or hide your own progress from the team',
        params: MemberParams,
        body: MemberChange,
        response: { 200: MemberAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { id, userId } = request.params;
      return changeMember(viewerOf(request), id, userId, request.body);
    },
  );

  app.delete(
    '/teams/:id/members/:userId',
    {
      schema: {
        tags,
        summary: 'Remove a member (owners and admins), or leave a team yourself',
        params: MemberParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await removeMember(viewerOf(request), request.params.id, request.params.userId);
      return reply.code(204).send(null);
    },
  );
};
