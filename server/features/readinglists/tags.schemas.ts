import Type from 'typebox';
import { Text } from '../../http/common.schemas.ts';

export const TagName = Type.String({
  ...Text(50),
  description: 'a word of your own; capitals and small letters make no difference',
});

/** All tags of one entry. */
export const Tags = Type.Array(TagName, { maxItems: 20, description: 'your tags on it, which nobody else sees' });

export const TagParams = Type.Object({ name: Text(50) });
export const TagChange = Type.Object({ name: TagName });

export const TagAnswer = Type.Object({
  name: Type.String(),
  count: Type.Integer({ description: 'how many entries have it' }),
  unread: Type.Integer({ description: 'how many of these are unread' }),
});

export type TagAnswer = Type.Static<typeof TagAnswer>;
