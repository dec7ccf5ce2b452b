import Type from 'typebox';
import { Nullable, PageQuery, Time } from '../../http/common.schemas.ts';

export const JobState = Type.Enum(['waiting', 'running', 'retrying', 'failed', 'done'], {
  description: 'retrying: it failed and is tried again by itself; failed: for good, until somebody runs it again',
});

export const JobAnswer = Type.Object({
  id: Type.String({ description: 'a UUID' }),
  kind: Type.String({ description: 'what it does, as fetch-article' }),
  subject: Nullable(Type.String(), 'the address that it is about'),
  blogId: Nullable(Type.Integer()),
  state: JobState,
  reason: Nullable(Type.String(), 'in words, why it failed the last time'),
  attempts: Type.Integer({ description: 'how often it was begun' }),
  createdAt: Time,
  nextAt: Nullable(Time, 'when it is tried again'),
  endedAt: Nullable(Time),
});

export const JobQuery = Type.Object({
  ...PageQuery.properties,
  state: Type.Optional(JobState),
});

export const JobParams = Type.Object({ id: Type.String({ maxLength: 100 }) });

export type JobState = Type.Static<typeof JobState>;
export type JobAnswer = Type.Static<typeof JobAnswer>;
