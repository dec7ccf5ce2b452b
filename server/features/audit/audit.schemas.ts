import Type from 'typebox';
import { Id, Nullable, PageQuery, Time } from '../../http/common.schemas.ts';

const When = Type.String({ format: 'date-time', description: 'a time like 2026-01-31T12:00:00Z' });

const AuditFilters = {
  action: Type.Optional(Type.String({ maxLength: 50, description: 'such as disabled, signed-in, blog-deleted' })),
  actor: Type.Optional(Type.String({ maxLength: 254, description: 'part of the username of who did it, in any case' })),
  subject: Type.Optional(Type.String({ maxLength: 254, description: 'part of what it was done to, in any case' })),
  from: Type.Optional(When),
  to: Type.Optional(When),
};

export const AuditFilterQuery = Type.Object(AuditFilters);
export const AuditQuery = Type.Object({ ...PageQuery.properties, ...AuditFilters });
export const AuditExportQuery = Type.Object({
  format: Type.Enum(['csv', 'ndjson'], { default: 'csv' }),
  ...AuditFilters,
});

export const AuditAnswer = Type.Object({
  id: Id,
  time: Time,
  actor: Type.String({
    description: 'a username as it was then; operator for the command line, nobody where nobody was signed in',
  }),
  actorId: Nullable(Id),
  action: Type.String(),
  subject: Type.String({ description: 'what it was done to, as it was called then' }),
  subjectId: Nullable(Id),
  ip: Nullable(Type.String()),
  details: Nullable(Type.Object({}, { additionalProperties: true })),
});

export type AuditFilterQuery = Type.Static<typeof AuditFilterQuery>;
export type AuditAnswer = Type.Static<typeof AuditAnswer>;
