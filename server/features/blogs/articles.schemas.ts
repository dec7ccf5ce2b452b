import Type from 'typebox';
import { Id, Nullable, Time } from '../../http/common.schemas.ts';

export const ArticleAnswer = Type.Object({
  blogId: Id,
  html: Type.String({ description: 'sanitised: text elements only, no script, style, form or frame' }),
  language: Nullable(Type.String(), 'BCP 47, such as fi or pt-BR'),
  direction: Type.Enum(['ltr', 'rtl']),
  siteName: Nullable(Type.String()),
  publishedAt: Nullable(Time),
  fetchedAt: Nullable(Time),
  wordCount: Type.Integer(),
  readingMinutes: Type.Integer(),
  images: Type.Enum(['ask', 'proxy', 'off'], {
    description:
      'how this server wants pictures shown: from their sites once the reader asks, through /api/blogs/{id}/image, or not at all',
  }),
});

export const ImageQuery = Type.Object({
  src: Type.String({ minLength: 1, maxLength: 4000, description: 'the address of a picture in the text' }),
});

export type ArticleAnswer = Type.Static<typeof ArticleAnswer>;
