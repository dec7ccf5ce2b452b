import Type from 'typebox';
import { Id, Nullable } from '../../http/common.schemas.ts';

export const StatisticsQuery = Type.Object({
  unit: Type.Enum(['week', 'month'], { default: 'week', description: 'how long a period is; weeks begin on Monday' }),
  periods: Type.Integer({ minimum: 1, maximum: 120, default: 26, description: 'how many, up to the current one' }),
  offset: Type.Integer({
    minimum: -840,
    maximum: 840,
    default: 0,
    description: 'how many minutes the clock of the one who asks is ahead of UTC: where his days begin',
  }),
});

const Period = Type.Object({
  from: Type.String({ description: 'its first day, as 2026-01-31' }),
  read: Type.Integer(),
  added: Type.Integer(),
});

const ByAuthor = Type.Object({ author: Nullable(Type.String()), read: Type.Integer() });
const ByYear = Type.Object({ year: Nullable(Type.Integer(), 'of publication'), read: Type.Integer() });

export const StatisticsAnswer = Type.Object({
  read: Type.Integer(),
  unread: Type.Integer(),
  minutes: Type.Integer({ description: 'the reading time of what was read, as far as it is known' }),
  periods: Type.Array(Period),
  authors: Type.Array(ByAuthor, { description: 'the 20 most read' }),
  years: Type.Array(ByYear),
  tags: Type.Array(Type.Object({ tag: Type.String(), read: Type.Integer() }), {
    description: 'the 20 of your tags that you read most of; what has several counts for each',
  }),
  weeks: Type.Object(
    { current: Type.Integer(), longest: Type.Integer() },
    { description: 'weeks in a row with something read; the current row lasts until a whole week has passed without' },
  ),
});

export const TeamStatisticsAnswer = Type.Object({
  blogs: Type.Integer({ description: 'on the list of the team' }),
  read: Type.Integer({ description: 'how often a member read one of them' }),
  periods: Type.Array(Period),
  authors: Type.Array(ByAuthor, { description: 'the 20 most read' }),
  members: Type.Array(Type.Object({ id: Id, name: Type.String(), read: Type.Integer() }), {
    description: 'the 50 who read most of the list; those who hide their progress are nowhere in these numbers',
  }),
  hidden: Type.Integer({ description: 'how many members hide their progress' }),
});

export type StatisticsQuery = Type.Static<typeof StatisticsQuery>;
export type StatisticsAnswer = Type.Static<typeof StatisticsAnswer>;
export type TeamStatisticsAnswer = Type.Static<typeof TeamStatisticsAnswer>;
