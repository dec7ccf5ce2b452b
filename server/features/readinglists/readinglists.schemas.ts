import Type from 'typebox';
import { Id, Nullable, PageQuery, Time } from '../../http/common.schemas.ts';
import { BlogAnswer, BlogFilters } from '../blogs/blogs.schemas.ts';

export const NewReading = Type.Object({
  blogId: Id,
  userId: Type.Optional(Id),
});

export const ReadingAnswer = Type.Object({
  id: Id,
  userId: Id,
  blogId: Id,
  read: Type.Boolean(),
  readAt: Nullable(Time),
  createdAt: Time,
});

export const ReadingListItem = Type.Object({
  id: Id,
  read: Type.Boolean(),
  readAt: Nullable(Time),
  createdAt: Time,
  blog: BlogAnswer,
});

export const ReadingQuery = Type.Object({
  ...PageQuery.properties,
  ...BlogFilters.properties,
  read: Type.Optional(Type.Boolean()),
  sort: Type.Enum(['newest', 'oldest', 'likes', 'title', 'year'], {
    default: 'newest',
    description: 'newest and oldest go by when it came on the list',
  }),
});

export const ReadingChange = Type.Object({ read: Type.Boolean() });

export type NewReading = Type.Static<typeof NewReading>;
export type ReadingAnswer = Type.Static<typeof ReadingAnswer>;
export type ReadingListItem = Type.Static<typeof ReadingListItem>;
export type ReadingQuery = Type.Static<typeof ReadingQuery>;
