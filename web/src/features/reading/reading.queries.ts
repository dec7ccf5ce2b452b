import { queryOptions } from '@tanstack/react-query';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import type { NeighboursAnswer } from '../../../../server/features/readinglists/readinglists.schemas.ts';
import { ApiError, get } from '../../api.ts';

/** Why a blog's text is not here, in words. */
export interface NoText {
  why: string;
}

/** The text of a blog. That there is none is an answer too, and not an error to be asked about again. */
export function articleQuery(blogId: number) {
  return queryOptions({
    queryKey: ['blogs', 'article', blogId],
    queryFn: async ({ signal }): Promise<ArticleAnswer | NoText> => {
      try {
        return await get<ArticleAnswer>(`/blogs/${blogId}/article`, undefined, signal);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return { why: error.message };
        throw error;
      }
    },
    staleTime: 5 * 60_000, // a text seldom changes, and a new one under a reader's eyes would move it
    refetchOnWindowFocus: false,
  });
}

/** The unread blogs before and after a row of one's reading list. */
export function neighboursQuery(readingId: number | undefined) {
  return queryOptions({
    queryKey: ['readinglists', 'neighbours', readingId],
    queryFn: ({ signal }) => get<NeighboursAnswer>(`/readinglists/${readingId}/neighbours`, undefined, signal),
  });
}
