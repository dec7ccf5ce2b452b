import Type from 'typebox';
import { Id, Nullable, Text, Time } from '../../http/common.schemas.ts';

export const Login = Type.Object({ username: Text(254), password: Type.String({ minLength: 1, maxLength: 1000 }) });

export const LoginAnswer = Type.Object({
  token: Type.String({ description: 'send it as Authorization: Bearer TOKEN' }),
  id: Id,
  username: Type.String(),
  name: Type.String(),
});

export const SessionAnswer = Type.Object({
  id: Id,
  kind: Type.Enum(['login', 'token']),
  label: Nullable(Type.String()),
  userAgent: Nullable(Type.String()),
  ip: Nullable(Type.String()),
  createdAt: Time,
  lastSeenAt: Time,
  expiresAt: Time,
  current: Type.Boolean({ description: 'whether it is the one that asks' }),
});

export const NewToken = Type.Object({
  label: Text(200, 'what the token is for'),
  expiresAt: Type.Optional(Nullable(Type.String({ format: 'date-time', description: 'without it, as a login lives' }))),
});

export const NewTokenAnswer = Type.Object({
  ...SessionAnswer.properties,
  token: Type.String({ description: 'shown this once' }),
});

export type Login = Type.Static<typeof Login>;
export type LoginAnswer = Type.Static<typeof LoginAnswer>;
export type SessionAnswer = Type.Static<typeof SessionAnswer>;
export type NewToken = Type.Static<typeof NewToken>;
