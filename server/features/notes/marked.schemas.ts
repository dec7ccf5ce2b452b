import Type from 'typebox';
import { Id, PageQuery, Time } from '../../http/common.schemas.ts';
import { NoteAnswer } from './notes.schemas.ts';

export const MarkedQuery = Type.Object({
  ...PageQuery.properties,
  since: Type.Optional(Type.String({ ...Time, description: 'only marks put since then; a week ago when left out' })),
});

/** A note with who of a team marked it. */
export const MarkedAnswer = Type.Object({
  ...NoteAnswer.properties,
  marks: Type.Integer({ description: 'how many members marked it since then' }),
  markedBy: Type.Array(Type.Object({ id: Id, name: Type.String() }), { description: 'the first five of them' }),
});

export type MarkedQuery = Type.Static<typeof MarkedQuery>;
export type MarkedAnswer = Type.Static<typeof MarkedAnswer>;
