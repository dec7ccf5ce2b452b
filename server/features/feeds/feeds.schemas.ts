import Type from 'typebox';
import { Id, Nullable, PageQuery, Text, Time } from '../../http/common.schemas.ts';

export const NewFeed = Type.Object({ url: Text(4000, 'of a feed, or of a page that names one') });

export const FeedAnswer = Type.Object({
  id: Id,
  url: Type.String({ description: 'the feed; at first the address that was given' }),
  title: Nullable(Type.String()),
  siteUrl: Nullable(Type.String()),
  state: Type.Enum(['waiting', 'ready', 'failed'], { description: 'waiting: it was not looked at yet' }),
  reason: Nullable(Type.String(), 'in words, why it could not be had the last time'),
  waiting: Type.Integer({ description: 'how many posts of it are in your inbox' }),
  checkedAt: Nullable(Time),
  nextCheckAt: Time,
  createdAt: Time,
});

export const FeedQuery = PageQuery;

export const InboxQuery = Type.Object({ ...PageQuery.properties, feed: Type.Optional(Id) });
export const InboxFilter = Type.Object({ feed: Type.Optional(Id) });

export const InboxItemAnswer = Type.Object({
  id: Id,
  title: Type.String(),
  url: Type.String(),
  author: Nullable(Type.String()),
  summary: Nullable(Type.String()),
  publishedAt: Nullable(Time),
  feed: Type.Object({ id: Id, title: Type.String() }),
  createdAt: Time,
});

export const Opml = Type.Object({ opml: Type.String({ minLength: 1, maxLength: 1_000_000, description: 'the file' }) });

export const OpmlAnswer = Type.Object({
  added: Type.Integer({ description: 'how many feeds you follow now and did not before' }),
  known: Type.Integer({ description: 'how many you followed already' }),
  skipped: Type.Integer({ description: 'how many have no address of the web' }),
});

export type NewFeed = Type.Static<typeof NewFeed>;
export type FeedAnswer = Type.Static<typeof FeedAnswer>;
export type InboxItemAnswer = Type.Static<typeof InboxItemAnswer>;
export type OpmlAnswer = Type.Static<typeof OpmlAnswer>;
