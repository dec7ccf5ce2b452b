import Type from 'typebox';
import { Id, Nullable, Time } from '../../http/common.schemas.ts';

/** What a client has to know before anybody is signed in, and who is asking if somebody is: its one call at the start. */
export const StatusAnswer = Type.Object({
  firstRun: Type.Boolean({ description: 'nobody has an account yet; the first one becomes admin' }),
  signup: Type.Enum(['open', 'invitation', 'closed']),
  version: Type.String(),
  position: Type.String({
    description: 'where /api/events stands: given there as `after`, nothing fetched since is missed',
  }),
  user: Nullable(
    Type.Object({ id: Id, username: Type.String(), name: Type.String(), admin: Type.Boolean() }),
    'who is asking; null where nobody is signed in',
  ),
});

export const MigrationsAnswer = Type.Object({
  executed: Type.Array(Type.Object({ name: Type.String(), executedAt: Time })),
  pending: Type.Array(Type.String()),
});

export type StatusAnswer = Type.Static<typeof StatusAnswer>;
export type MigrationsAnswer = Type.Static<typeof MigrationsAnswer>;
