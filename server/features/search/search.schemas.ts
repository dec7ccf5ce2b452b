import Type from 'typebox';
import { Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';
import { BlogAnswer } from '../blogs/blogs.schemas.ts';

const Segments = Type.Array(
  Type.Object({ text: Type.String(), match: Type.Boolean({ description: 'whether this is what was searched for' }) }),
  { description: 'plain text in pieces, one after the other' },
);

export const SearchQuery = Type.Object({
  ...PageQuery.properties,
  // A snippet costs a reading of the whole article, so pages are shorter than those of other lists.
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 20, description: 'most items to answer with' }),
  q: Text(
    500,
    'words, "phrases", OR, -minus, and filters: author:, year: (2019 or 2015..2019), is:unread, is:read, is:starred, has:note, tag:, team:, site:',
  ),
});

export const SearchResult = Type.Object({
  kind: Type.Enum(['blog', 'note']),
  similar: Type.Boolean({ description: 'found by words spelt much the same in title or author, for want of better' }),
  title: Segments,
  snippet: Segments,
  blog: Nullable(BlogAnswer, 'the blog found, or the one that the note hangs on'),
  note: Nullable(Type.Object({ id: Id, date: Time, user: Type.Object({ id: Id, name: Type.String() }) })),
  reading: Nullable(Type.Object({ id: Id, read: Type.Boolean() }), 'the entry of the blog on your reading list'),
});

export type SearchQuery = Type.Static<typeof SearchQuery>;
export type SearchResult = Type.Static<typeof SearchResult>;
export type Segment = SearchResult['title'][number];
