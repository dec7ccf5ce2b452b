import Type from 'typebox';
import { Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';
import { BlogAnswer, BlogFilters } from '../blogs/blogs.schemas.ts';
import { TagName, Tags } from './tags.schemas.ts';

const Progress = Type.Number({
  minimum: 0,
  maximum: 1,
  description: 'how far you came in the text: 0 is its beginning, 1 its end',
});

const Starred = Type.Boolean({ description: 'whether you starred it' });

export const NewReading = Type.Object({
  blogId: Type.Optional(Id),
  url: Type.Optional(
    Type.String({ ...Text(4000), description: 'instead of blogId: the page is saved, fetched and put on the list' }),
  ),
  userId: Type.Optional(Id),
});

/** Star and tags are there for its reader alone, and not for an admin who puts something on his list. */
export const ReadingAnswer = Type.Object({
  id: Id,
  userId: Id,
  blogId: Id,
  read: Type.Boolean(),
  readAt: Nullable(Time),
  progress: Progress,
  starred: Type.Optional(Starred),
  tags: Type.Optional(Tags),
  createdAt: Time,
});

/** A team as it stands beside what it reads. */
const TeamRef = Type.Object({ id: Id, name: Type.String() });

export const SavedReadingAnswer = Type.Object({
  ...ReadingAnswer.properties,
  blog: Type.Optional(BlogAnswer),
});

export const ReadingListItem = Type.Object({
  id: Id,
  read: Type.Boolean(),
  readAt: Nullable(Time),
  progress: Progress,
  starred: Starred,
  tags: Tags,
  createdAt: Time,
  blog: BlogAnswer,
  teams: Type.Array(TeamRef, { description: 'your teams that have it on their list' }),
});

export const ReadingQuery = Type.Object({
  ...PageQuery.properties,
  ...BlogFilters.properties,
  read: Type.Optional(Type.Boolean()),
  starred: Type.Optional(Type.Boolean()),
  tag: Type.Optional(Type.String({ ...TagName, description: 'only what has this tag of yours' })),
  blog: Type.Optional(Type.Integer({ ...Id, description: 'only the entry of this blog' })),
  team: Type.Optional(Type.Integer({ ...Id, description: 'only what this team of yours reads' })),
  sort: Type.Enum(['newest', 'oldest', 'likes', 'title', 'year'], {
    default: 'newest',
    description: 'newest and oldest go by when it came on the list',
  }),
});

/** At least one of them; `tags` takes the place of all that there were. */
export const ReadingChange = Type.Object({
  read: Type.Optional(Type.Boolean()),
  progress: Type.Optional(Progress),
  starred: Type.Optional(Starred),
  tags: Type.Optional(Tags),
});

const Neighbour = Nullable(Type.Object({ id: Id, blog: Type.Object({ id: Id, title: Type.String() }) }));

export const NeighboursAnswer = Type.Object({ previous: Neighbour, next: Neighbour });

export type NewReading = Type.Static<typeof NewReading>;
export type TeamRef = Type.Static<typeof TeamRef>;
export type SavedReadingAnswer = Type.Static<typeof SavedReadingAnswer>;
export type ReadingAnswer = Type.Static<typeof ReadingAnswer>;
export type ReadingListItem = Type.Static<typeof ReadingListItem>;
export type ReadingChange = Type.Static<typeof ReadingChange>;
export type NeighboursAnswer = Type.Static<typeof NeighboursAnswer>;
export type ReadingQuery = Type.Static<typeof ReadingQuery>;
