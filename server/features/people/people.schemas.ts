import Type from 'typebox';
import { Id, Nullable, Switch, Time } from '../../http/common.schemas.ts';
import { TeamRef } from '../teams/teams.schemas.ts';

const UserFacts = {
  id: Id,
  username: Type.String(),
  name: Type.String(),
  admin: Type.Boolean(),
  disabled: Type.Boolean(),
};

const BlogFacts = {
  id: Id,
  title: Type.String(),
  author: Nullable(Type.String()),
  url: Type.String(),
  likes: Type.Integer(),
  year: Nullable(Type.Integer()),
};

const NoteFacts = { id: Id, content: Type.String(), important: Type.Boolean(), date: Time };

export const PersonListAnswer = Type.Object({
  ...UserFacts,
  blogCount: Type.Integer(),
  noteCount: Type.Integer({ description: 'the notes that he wrote and you may see, without replies' }),
  blogs: Type.Array(Type.Object(BlogFacts), { description: 'the newest 20 that he added' }),
  teams: Type.Array(TeamRef),
});

export const PersonQuery = Type.Object({
  read: Type.Optional(Type.Boolean({ description: 'only what was read, or only what was not' })),
  teams: Switch('1 fetches the teams too; the answer has them only then'),
});

export const PersonAnswer = Type.Object({
  ...UserFacts,
  readings: Type.Optional(
    Type.Array(
      Type.Object({
        ...BlogFacts,
        readinglists: Type.Array(Type.Object({ id: Id, read: Type.Boolean() }), {
          description: 'exactly one: the row that joins this user and this blog',
        }),
      }),
      { description: 'for the user himself and for admins' },
    ),
  ),
  notes: Type.Array(Type.Object(NoteFacts)),
  marked_notes: Type.Array(Type.Object({ ...NoteFacts, user: Type.Object({ name: Type.String() }) })),
  noteCount: Type.Integer({ description: 'as in the list of users' }),
  teams: Type.Optional(Type.Array(TeamRef)),
});

export type PersonListAnswer = Type.Static<typeof PersonListAnswer>;
export type PersonQuery = Type.Static<typeof PersonQuery>;
export type PersonAnswer = Type.Static<typeof PersonAnswer>;
