import Type from 'typebox';
import { Day, Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';
import { BlogAnswer, BlogFilters } from '../blogs/blogs.schemas.ts';

const Word = Text(500, 'why the team should read it');

export const NewTeamReading = Type.Object({
  blogId: Type.Optional(Id),
  url: Type.Optional(
    Type.String({ ...Text(4000), description: 'instead of blogId: the page is saved, fetched and put on the list' }),
  ),
  dueOn: Type.Optional(Nullable(Day, 'the day by which it should be read')),
  word: Type.Optional(Nullable(Word)),
});

export const TeamReadingChange = Type.Object({
  dueOn: Type.Optional(Nullable(Day, 'null: no day')),
  word: Type.Optional(Nullable(Word, 'null: no word')),
});

export const TeamReadingParams = Type.Object({ id: Id, blogId: Id });

const Counts = Type.Object(
  { read: Type.Integer(), inProgress: Type.Integer(), unread: Type.Integer(), hidden: Type.Integer() },
  {
    description: 'members by what they did with it; together they are all of them. hidden: do not show it to the team',
  },
);

export const TeamReadingAnswer = Type.Object({
  id: Id,
  dueOn: Nullable(Day),
  word: Nullable(Type.String()),
  createdAt: Time,
  user: Nullable(Type.Object({ id: Id, name: Type.String() }), 'who put it on the list; null once the account is gone'),
  blog: BlogAnswer,
  reading: Nullable(
    Type.Object({ id: Id, read: Type.Boolean(), readAt: Nullable(Time), progress: Type.Number() }),
    'the entry on your own reading list; null where you have none',
  ),
  counts: Counts,
});

export const TeamReadingQuery = Type.Object({
  ...PageQuery.properties,
  ...BlogFilters.properties,
  sort: Type.Enum(['due', 'newest', 'oldest'], { default: 'due', description: 'due: what has no day comes last' }),
  readByMe: Type.Optional(Type.Boolean()),
  readByAll: Type.Optional(Type.Boolean({ description: 'by every member who does not hide it' })),
  dueFrom: Type.Optional(Day),
  dueTo: Type.Optional(Day),
});

export type NewTeamReading = Type.Static<typeof NewTeamReading>;
export type TeamReadingChange = Type.Static<typeof TeamReadingChange>;
export type TeamReadingAnswer = Type.Static<typeof TeamReadingAnswer>;
export type TeamReadingQuery = Type.Static<typeof TeamReadingQuery>;
