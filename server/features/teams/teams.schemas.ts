import Type from 'typebox';
import { Id, Nullable, PageQuery, Text } from '../../http/common.schemas.ts';

const Role = Type.Enum(['owner', 'member']);

export const TeamBody = Type.Object({ name: Text(200, 'unique without regard to case') });

export const TeamAnswer = Type.Object({
  id: Id,
  name: Type.String(),
  memberCount: Type.Integer(),
  role: Nullable(Role, 'yours; null where you are no member'),
});

export const MemberAnswer = Type.Object({
  id: Id,
  name: Type.String(),
  role: Role,
  hidesProgress: Type.Optional(Type.Boolean({ description: 'only for members of the team and admins' })),
});

export const TeamPageAnswer = Type.Object({ ...TeamAnswer.properties, members: Type.Array(MemberAnswer) });

export const NewMember = Type.Object({
  userId: Type.Optional(Id),
  username: Type.Optional(Text(254)),
  role: Type.Optional(Role),
});

/** At least one of the two. */
export const MemberChange = Type.Object({
  role: Type.Optional(Role),
  hidesProgress: Type.Optional(Type.Boolean({ description: 'for the member himself: not to show what he has read' })),
});
export const MemberParams = Type.Object({ id: Id, userId: Id });
export const TeamQuery = PageQuery;

/** A team as it stands beside one of its members. */
export const TeamRef = Type.Object({ id: Id, name: Type.String() });

export type Role = Type.Static<typeof Role>;
export type TeamBody = Type.Static<typeof TeamBody>;
export type TeamAnswer = Type.Static<typeof TeamAnswer>;
export type TeamPageAnswer = Type.Static<typeof TeamPageAnswer>;
export type MemberAnswer = Type.Static<typeof MemberAnswer>;
export type MemberChange = Type.Static<typeof MemberChange>;
export type NewMember = Type.Static<typeof NewMember>;
export type TeamRef = Type.Static<typeof TeamRef>;
