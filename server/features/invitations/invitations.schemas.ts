import Type from 'typebox';
import { Id, Nullable, Time } from '../../http/common.schemas.ts';
import { TeamRef } from '../teams/teams.schemas.ts';

const Role = Type.Enum(['owner', 'member']);
const Uses = Type.Integer({ minimum: 1, maximum: 10_000 });

export const NewInvitation = Type.Object({
  role: Type.Optional(Role),
  expiresAt: Type.Optional(Nullable(Time, 'left out: in 7 days; null: never')),
  maxUses: Type.Optional(Nullable(Uses, 'how many may join by it; left out or null: any number')),
});

export const InvitationAnswer = Type.Object({
  id: Id,
  role: Role,
  state: Type.Enum(['open', 'revoked', 'expired', 'used', 'void'], {
    description: 'used: as often as it may be; void: who made it may not invite any more',
  }),
  uses: Type.Integer(),
  maxUses: Nullable(Type.Integer()),
  expiresAt: Nullable(Time),
  createdAt: Time,
  user: Type.Object({ id: Id, name: Type.String() }, { description: 'who made it' }),
});

export const NewInvitationAnswer = Type.Object({
  ...InvitationAnswer.properties,
  token: Type.String({ description: 'shown this once; the link is /invite/TOKEN on this server' }),
});

/** What whoever holds the link may know. */
export const OpenInvitationAnswer = Type.Object({
  team: TeamRef,
  inviter: Type.Object({ name: Type.String() }),
  role: Role,
  expiresAt: Nullable(Time),
  signUp: Type.Boolean({ description: 'whether a new account may be created with it' }),
});

export const InvitationParams = Type.Object({ id: Id, invitationId: Id });
export const TokenParams = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) });

export type NewInvitation = Type.Static<typeof NewInvitation>;
export type InvitationAnswer = Type.Static<typeof InvitationAnswer>;
export type NewInvitationAnswer = Type.Static<typeof NewInvitationAnswer>;
export type OpenInvitationAnswer = Type.Static<typeof OpenInvitationAnswer>;
