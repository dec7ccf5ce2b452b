import Type from 'typebox';
import { Id, Nullable, PageQuery, Switch, Text, Time } from '../../http/common.schemas.ts';
import { UserRef } from '../users/users.schemas.ts';

const Likes = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const Year = Type.Integer({ minimum: 0, maximum: 9999, description: 'from 1991 to the current year' });

const NewFields = {
  title: Text(1000),
  url: Text(4000, 'an http or https address'),
  author: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
  year: Type.Optional(Nullable(Year)),
  likes: Type.Optional(Likes),
};

export const NewBlog = Type.Object({
  ...NewFields,
  title: Type.Optional(Type.String({ ...Text(1000), description: 'left out, the page is asked for it' })),
  fetch: Type.Optional(
    Type.Boolean({ description: 'whether the page is fetched and read; by itself only when there is no title' }),
  ),
});
export const BlogChange = Type.Partial(Type.Object(NewFields));

export const ArticleSummary = Type.Object({
  state: Type.Enum(['waiting', 'ready', 'failed'], { description: 'waiting: the page is still to be fetched' }),
  reason: Nullable(Type.String(), 'in words, why there is no page or no text, or why it is to be tried again'),
  siteName: Nullable(Type.String()),
  excerpt: Nullable(Type.String()),
  language: Nullable(Type.String(), 'as fi or pt-BR'),
  leadImage: Nullable(Type.String()),
  wordCount: Type.Integer(),
  readingMinutes: Type.Integer(),
  publishedAt: Nullable(Time),
});

export const BlogAnswer = Type.Object({
  id: Id,
  title: Type.String(),
  author: Nullable(Type.String()),
  url: Type.String(),
  likes: Type.Integer(),
  year: Nullable(Type.Integer()),
  liked: Type.Boolean({ description: 'whether you like it' }),
  user: UserRef,
  noteCount: Type.Optional(Type.Integer({ description: 'how many notes on it you may see; only with ?noteCounts=1' })),
  article: Nullable(ArticleSummary, 'what the page told; null when it was never fetched'),
  sameAs: Type.Optional(
    Nullable(
      Type.Object({ id: Id, title: Type.String() }),
      'another blog, whose page this address leads to; only of one blog by its id',
    ),
  ),
  createdAt: Time,
  updatedAt: Time,
});

/** What both the library and a reading list can be narrowed by. */
export const BlogFilters = Type.Object({
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'in title or author, in any case; % and _ are meant as they are' }),
  ),
  author: Type.Optional(Type.String({ maxLength: 500, description: 'the whole name, in any case' })),
  year: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
  noteCounts: Switch('1 tells how many notes each blog has'),
});

export const BlogQuery = Type.Object({
  ...PageQuery.properties,
  ...BlogFilters.properties,
  user: Type.Optional(Id),
  url: Type.Optional(Type.String({ maxLength: 4000, description: 'exactly this address' })),
  sort: Type.Enum(['likes', 'newest', 'oldest', 'title', 'year'], { default: 'likes' }),
});

export const BlogDeleteQuery = Type.Object({
  force: Type.Boolean({ default: false, description: 'for admins: remove it from everybody who holds it' }),
});

export const AuthorAnswer = Type.Object({
  author: Type.String(),
  articles: Type.Integer(),
  blogs: Type.Integer({ description: 'the same number as articles' }),
  likes: Type.Integer(),
});

export type NewBlog = Type.Static<typeof NewBlog>;
export type BlogChange = Type.Static<typeof BlogChange>;
export type ArticleSummary = Type.Static<typeof ArticleSummary>;
export type BlogAnswer = Type.Static<typeof BlogAnswer>;
export type BlogSort = BlogQuery['sort'];
export type BlogFilters = Type.Static<typeof BlogFilters>;
export type BlogQuery = Type.Static<typeof BlogQuery>;
export type AuthorAnswer = Type.Static<typeof AuthorAnswer>;
