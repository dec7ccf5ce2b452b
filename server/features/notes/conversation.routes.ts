import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, PageQuery, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { MentionableAnswer, MentionQuery, NewReply, ReactionParams } from './conversation.schemas.ts';
import { MENTIONABLE_ORDER } from './mentions.sql.ts';
import { listMentionable, presentMentionable } from './mentions.ts';
import { NoteAnswer } from './notes.schemas.ts';
import { REPLY_ORDER } from './notes.sql.ts';
import { presentNote } from './notes.ts';
import { reactTo, takeReactionBack } from './reactions.ts';
import { listReplies, replyTo } from './replies.ts';

const tags = ['Notes'];

export const conversationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/notes/:id/replies',
    {
      schema: {
        tags,
        summary: 'The replies to a note that you may see, oldest first',
        params: IdParams,
        querystring: PageQuery,
        response: { 200: Type.Array(NoteAnswer), ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, REPLY_ORDER);
      const replies = await listReplies(viewerOf(request), request.params.id, page);
      return answerPage(request, reply, replies, page, REPLY_ORDER).map(presentNote);
    },
  );

  app.post(
    '/notes/:id/replies',
    {
      schema: {
        tags,
        summary: 'Reply to a note; the reply is on its blog and for those it is for',
        params: IdParams,
        body: NewReply,
        response: { 201: NoteAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(presentNote(await replyTo(viewerOf(request), request.params.id, request.body))),
  );

  for (const [method, change, summary] of [
    ['PUT', reactTo, 'React to a note'],
    ['DELETE', takeReactionBack, 'Take your reaction back'],
  ] as const)
    app.route({
      method,
      url: '/notes/:id/reactions/:kind',
      schema: { tags, summary, params: ReactionParams, response: { 204: Nothing, ...refusals(400, 401, 404) } },
      handler: async (request, reply) => {
        await change(viewerOf(request), request.params.id, request.params.kind);
        return reply.code(204).send(null);
      },
    });

  app.get(
    '/mentions',
    {
      schema: {
        tags,
        summary: 'Whom you can mention, by name: everybody, the members of a team, or who may see a note',
        querystring: MentionQuery,
        response: { 200: Type.Array(MentionableAnswer), ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, MENTIONABLE_ORDER);
      const users = await listMentionable(viewerOf(request), request.query, page);
      return answerPage(request, reply, users, page, MENTIONABLE_ORDER).map(presentMentionable);
    },
  );
};
