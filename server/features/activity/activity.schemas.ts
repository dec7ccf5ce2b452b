import Type from 'typebox';
import { Id, Nullable, PageQuery, Switch, Time } from '../../http/common.schemas.ts';

const PersonRef = Type.Object({ id: Id, name: Type.String() });
const BlogRef = Type.Object({ id: Id, title: Type.String() });
const NoteRef = Type.Object({ id: Id, excerpt: Type.String({ description: 'its first 200 characters, Markdown' }) });

export const NotificationQuery = Type.Object({
  ...PageQuery.properties,
  unseen: Switch('1 for those that you have not seen'),
});

export const NotificationAnswer = Type.Object({
  id: Id,
  kind: Type.String({ description: 'mentioned, replied, reacted, marked, team-reading or added-to-team' }),
  time: Time,
  seen: Type.Boolean(),
  actor: Nullable(PersonRef, 'who did it; null for the operator'),
  team: Nullable(PersonRef),
  blog: Nullable(BlogRef),
  note: Nullable(NoteRef),
});

export const SeenBody = Type.Object({
  upTo: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'the id of the newest that was shown; all when left out',
    }),
  ),
});

export const ActivityQuery = PageQuery;

export const ActivityAnswer = Type.Object({
  kind: Type.Enum(['listed', 'read', 'noted', 'joined'], {
    description: 'put a blog on the team’s list, read one of it, wrote a note on one or for the team, joined',
  }),
  time: Time,
  user: PersonRef,
  blog: Nullable(BlogRef),
  note: Nullable(NoteRef),
});

export type NotificationQuery = Type.Static<typeof NotificationQuery>;
export type NotificationAnswer = Type.Static<typeof NotificationAnswer>;
export type ActivityAnswer = Type.Static<typeof ActivityAnswer>;

export const DigestAnswer = Type.Object({
  available: Type.Boolean({ description: 'whether this server is set up to send mail' }),
  on: Type.Boolean(),
});
export const DigestBody = Type.Object({ on: Type.Boolean() });
export const UnsubscribeQuery = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) });

export type DigestAnswer = Type.Static<typeof DigestAnswer>;
