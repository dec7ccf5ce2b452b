import Type from 'typebox';
import { Id, PageQuery, Text } from '../../http/common.schemas.ts';

/** What one can answer with one press. */
export const ReactionKind = Type.Enum(['agree', 'insight', 'thanks', 'unsure']);

export const Reactions = Type.Array(
  Type.Object({
    kind: ReactionKind,
    count: Type.Integer(),
    own: Type.Boolean({ description: 'whether one is yours' }),
  }),
  { description: 'of each kind that there is, how many' },
);

export const Mentions = Type.Array(
  Type.Object({
    id: Id,
    name: Type.String(),
    written: Type.String({ description: 'as it stands in the note, behind @' }),
  }),
  { description: 'the users mentioned in the note, all of whom may see it' },
);

export const NewReply = Type.Object({ content: Text(100_000, 'Markdown') });

export const ReactionParams = Type.Object({ id: Id, kind: ReactionKind });

export const MentionQuery = Type.Object({
  ...PageQuery.properties,
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'how a word of the name, or the username, begins' }),
  ),
  team: Type.Optional(Type.Integer({ ...Id, description: 'only members of this team' })),
  note: Type.Optional(Type.Integer({ ...Id, description: 'only who may see this note' })),
});

export const MentionableAnswer = Type.Object({
  id: Id,
  name: Type.String(),
  username: Type.String(),
  written: Type.String({
    description: 'what to write behind @: the name, or the username where the name says too little',
  }),
});

export type ReactionKind = Type.Static<typeof ReactionKind>;
export type Reaction = Type.Static<typeof Reactions>[number];
export type Mention = Type.Static<typeof Mentions>[number];
export type NewReply = Type.Static<typeof NewReply>;
export type MentionQuery = Type.Static<typeof MentionQuery>;
export type MentionableAnswer = Type.Static<typeof MentionableAnswer>;
