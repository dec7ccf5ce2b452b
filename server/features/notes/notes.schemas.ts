import Type from 'typebox';
import { Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';

/** A passage as the W3C Web Annotation model's TextQuoteSelector names it; white space counts as one space. */
export const Quote = Type.Object(
  {
    exact: Text(5000, 'the passage itself'),
    prefix: Type.String({ maxLength: 200, description: 'some of the text before it' }),
    suffix: Type.String({ maxLength: 200, description: 'some of the text after it' }),
  },
  { description: 'the passage of the blog’s text that the note is about' },
);

export const NewNote = Type.Object({
  content: Type.Optional(
    Type.String({ maxLength: 100_000, description: 'Markdown; required, and not empty, unless a passage is quoted' }),
  ),
  quote: Type.Optional(Nullable(Quote)),
  important: Type.Optional(Type.Boolean()),
  shared: Type.Optional(Type.Boolean({ description: 'whether others may see it; true unless said otherwise' })),
  blogId: Type.Optional(Nullable(Id)),
});

/** A quote stays what it was: another passage is another note. */
export const NoteChange = Type.Omit(NewNote, ['quote']);

export const NoteAnswer = Type.Object({
  id: Id,
  content: Type.String(),
  important: Type.Boolean(),
  date: Time,
  shared: Type.Boolean(),
  blogId: Nullable(Id),
  quote: Nullable(Quote),
  marked: Type.Boolean({ description: 'whether you marked it' }),
  user: Type.Object({ id: Id, name: Type.String() }),
});

export const NoteQuery = Type.Object({
  ...PageQuery.properties,
  important: Type.Optional(Type.Boolean()),
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'in the content or the quoted passage, in any case' }),
  ),
  user: Type.Optional(Id),
  blog: Type.Optional(Id),
  marked: Type.Optional(Type.Boolean({ description: 'whether you marked it' })),
  quoted: Type.Optional(Type.Boolean({ description: 'whether it is about a passage' })),
});

export type Quote = Type.Static<typeof Quote>;
export type NewNote = Type.Static<typeof NewNote>;
export type NoteChange = Type.Static<typeof NoteChange>;
export type NoteAnswer = Type.Static<typeof NoteAnswer>;
export type NoteQuery = Type.Static<typeof NoteQuery>;
