import Type from 'typebox';
import { Id } from '../../http/common.schemas.ts';

/** One thing that changed; a message of the stream is a list of them. */
export const LiveChange = Type.Object({
  topic: Type.String({
    description: 'blogs, readinglists, notes, …; everything when so much was missed that all is to be fetched anew',
  }),
  id: Type.Optional(Id),
});

export const LiveQuery = Type.Object({
  after: Type.Optional(
    Type.String({
      maxLength: 40,
      description: 'go on after this position: the id of the last message, or `position` of /api/status',
    }),
  ),
  page: Type.Optional(
    Type.String({
      maxLength: 40,
      description: 'what the page sends as X-Carrel-Page with its changes: it is not told of those',
    }),
  ),
});

export type LiveChange = Type.Static<typeof LiveChange>;
