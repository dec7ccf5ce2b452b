import Type from 'typebox';
import { Id, PageQuery, Text, Time } from '../../http/common.schemas.ts';

export const PASSWORD_LEAST = 8; // characters

export const Password = Type.String({ minLength: PASSWORD_LEAST, maxLength: 1000 });
const Username = Type.String({ maxLength: 254, description: 'an e-mail address, unique without regard to case' });
const Name = Text(200);

export const NewUser = Type.Object({ username: Username, name: Name, password: Password });

export const SignUp = Type.Object({
  ...NewUser.properties,
  invitation: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'the token of an invitation; its team is joined too' }),
  ),
});

export const UserChange = Type.Partial(
  Type.Object({
    username: Username,
    name: Name,
    password: Password,
    disabled: Type.Boolean({ description: 'admins only' }),
    admin: Type.Boolean({ description: 'admins only' }),
  }),
);

export const UserAnswer = Type.Object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  admin: Type.Boolean(),
  disabled: Type.Boolean(),
  createdAt: Time,
  updatedAt: Time,
});

/** A user as he stands beside something of his. */
export const UserRef = Type.Object({ id: Id, username: Type.String(), name: Type.String() });

export const UserQuery = Type.Object({
  ...PageQuery.properties,
  scope: Type.Optional(
    Type.Enum(['admin', 'disabled', 'all'], { description: 'for admins; without it the users who are not disabled' }),
  ),
  name: Type.Optional(Type.String({ maxLength: 200, description: 'part of the name, in any case' })),
  minNotes: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      description: 'users with more than that many notes that you may see',
    }),
  ),
});

export const UsernameParams = Type.Object({ username: Type.String({ minLength: 1, maxLength: 254 }) });

export type NewUser = Type.Static<typeof NewUser>;
export type SignUp = Type.Static<typeof SignUp>;
export type UserChange = Type.Static<typeof UserChange>;
export type UserAnswer = Type.Static<typeof UserAnswer>;
export type UserRef = Type.Static<typeof UserRef>;
export type UserQuery = Type.Static<typeof UserQuery>;
