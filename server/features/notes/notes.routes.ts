import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { IdParams, Nothing, refusals } from '../../http/common.schemas.ts';
import { answerPage, readPage } from '../../http/paging.ts';
import { viewerOf } from '../users/viewer.ts';
import { NewNote, NoteAnswer, NoteChange, NoteQuery } from './notes.schemas.ts';
import { NOTE_ORDER, selectNotes } from './notes.sql.ts';
import { changeNote, markNote, presentNote, readNote, unmarkNote, writeNote } from './notes.ts';
import { deleteNote } from './replies.ts';

const tags = ['Notes'];

export const notesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/notes',
    {
      schema: {
        tags,
        summary: 'The notes you may see, newest first: your own, and others’ for everybody or for a team of yours',
        querystring: NoteQuery,
        response: { 200: Type.Array(NoteAnswer), ...refusals(400, 401, 404) },
      },
    },
    async (request, reply) => {
      const page = readPage(request.query, NOTE_ORDER);
      const notes = await selectNotes(viewerOf(request).id, request.query, page);
      return answerPage(request, reply, notes, page, NOTE_ORDER).map(presentNote);
    },
  );

  app.post(
    '/notes',
    {
      schema: {
        tags,
        summary: 'Write a note',
        body: NewNote,
        response: { 201: NoteAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => reply.code(201).send(presentNote(await writeNote(viewerOf(request), request.body))),
  );

  app.get(
    '/notes/:id',
    {
      schema: {
        tags,
        summary: 'One note',
        params: IdParams,
        response: { 200: NoteAnswer, ...refusals(400, 401, 404) },
      },
    },
    async (request) => presentNote(await readNote(viewerOf(request), request.params.id)),
  );

  app.put(
    '/notes/:id',
    {
      schema: {
        tags,
        summary: 'Change a note of yours',
        params: IdParams,
        body: NoteChange,
        response: { 200: NoteAnswer, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request) => presentNote(await changeNote(viewerOf(request), request.params.id, request.body)),
  );

  app.delete(
    '/notes/:id',
    {
      schema: {
        tags,
        summary: 'Delete a note of yours, and others’ marks on it; replies of others stay, below its empty place',
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await deleteNote(viewerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  for (const [method, change, summary] of [
    ['PUT', markNote, 'Mark a note for yourself'],
    ['DELETE', unmarkNote, 'Take your mark back'],
  ] as const)
    app.route({
      method,
      url: '/notes/:id/mark',
      schema: {
        tags,
        summary,
        params: IdParams,
        response: { 204: Nothing, ...refusals(400, 401, 404) },
      },
      handler: async (request, reply) => {
        await change(viewerOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    });
};
