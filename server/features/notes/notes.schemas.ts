import Type from 'typebox';
import { Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';

const Content = Text(100_000, 'Markdown');

export const NewNote = Type.Object({
  content: Content,
  important: Type.Optional(Type.Boolean()),
  shared: Type.Optional(Type.Boolean({ description: 'whether others may see it; true unless said otherwise' })),
  blogId: Type.Optional(Nullable(Id)),
});

export const NoteChange = Type.Partial(NewNote);

export const NoteAnswer = Type.Object({
  id: Id,
  content: Type.String(),
  important: Type.Boolean(),
  date: Time,
  shared: Type.Boolean(),
  blogId: Nullable(Id),
  marked: Type.Boolean({ description: 'whether you marked it' }),
  user: Type.Object({ id: Id, name: Type.String() }),
});

export const NoteQuery = Type.Object({
  ...PageQuery.properties,
  important: Type.Optional(Type.Boolean()),
  search: Type.Optional(Type.String({ maxLength: 200, description: 'in the content, in any case' })),
  user: Type.Optional(Id),
  blog: Type.Optional(Id),
  marked: Type.Optional(Type.Boolean({ description: 'whether you marked it' })),
});

export type NewNote = Type.Static<typeof NewNote>;
export type NoteChange = Type.Static<typeof NoteChange>;
export type NoteAnswer = Type.Static<typeof NoteAnswer>;
export type NoteQuery = Type.Static<typeof NoteQuery>;
