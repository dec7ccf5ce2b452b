import Type from 'typebox';
import { Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';
import { Mentions, Reactions } from './conversation.schemas.ts';

/** A passage as the W3C Web Annotation model's TextQuoteSelector names it; white space counts as one space. */
export const Quote = Type.Object(
  {
    exact: Text(5000, 'the passage itself'),
    prefix: Type.String({ maxLength: 200, description: 'some of the text before it' }),
    suffix: Type.String({ maxLength: 200, description: 'some of the text after it' }),
  },
  { description: 'the passage of the blog’s text that the note is about' },
);

/** Who may see a note besides its author. */
export const Visibility = Type.Enum(['me', 'team', 'everyone']);

export const NewNote = Type.Object({
  content: Type.Optional(
    Type.String({ maxLength: 100_000, description: 'Markdown; required, and not empty, unless a passage is quoted' }),
  ),
  quote: Type.Optional(Nullable(Quote)),
  important: Type.Optional(Type.Boolean()),
  visibility: Type.Optional(Visibility),
  teamId: Type.Optional(
    Nullable(Id, 'the team that may see it, one of yours; counts where visibility is team or left out'),
  ),
  shared: Type.Optional(
    Type.Boolean({
      description: 'whether everybody may see it; true unless said otherwise. Counts where visibility is left out',
    }),
  ),
  blogId: Type.Optional(Nullable(Id)),
});

/** A quote stays what it was: another passage is another note. */
export const NoteChange = Type.Omit(NewNote, ['quote']);

export const NoteAnswer = Type.Object({
  id: Id,
  content: Type.String(),
  important: Type.Boolean(),
  date: Time,
  shared: Type.Boolean({ description: 'whether everybody may see it' }),
  visibility: Visibility,
  teamId: Nullable(Id),
  team: Nullable(Type.Object({ id: Id, name: Type.String() }), 'the team that may see it'),
  blogId: Nullable(Id),
  quote: Nullable(Quote),
  parentId: Nullable(Id, 'the note that this one replies to'),
  deleted: Type.Boolean({
    description: 'its author deleted it; it keeps its place, empty, while there are replies to it',
  }),
  marked: Type.Boolean({ description: 'whether you marked it' }),
  user: Type.Object({ id: Id, name: Type.String() }),
  replyCount: Type.Integer({ description: 'the replies that you may see' }),
  reactions: Reactions,
  mentions: Mentions,
});

export const NoteQuery = Type.Object({
  ...PageQuery.properties,
  important: Type.Optional(Type.Boolean()),
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'in the content or the quoted passage, in any case' }),
  ),
  user: Type.Optional(Id),
  blog: Type.Optional(Id),
  team: Type.Optional(Type.Integer({ ...Id, description: 'for this team' })),
  marked: Type.Optional(Type.Boolean({ description: 'whether you marked it' })),
  quoted: Type.Optional(Type.Boolean({ description: 'whether it is about a passage' })),
  mentioned: Type.Optional(Type.Boolean({ description: 'whether you are mentioned in it' })),
  replies: Type.Optional(
    Type.Boolean({
      description:
        'whether replies stand in the list too; they do where you ask for what you marked or where you are mentioned',
    }),
  ),
});

export type Quote = Type.Static<typeof Quote>;
export type Visibility = Type.Static<typeof Visibility>;
export type NewNote = Type.Static<typeof NewNote>;
export type NoteChange = Type.Static<typeof NoteChange>;
export type NoteAnswer = Type.Static<typeof NoteAnswer>;
export type NoteQuery = Type.Static<typeof NoteQuery>;
