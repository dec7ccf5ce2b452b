import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { TagAnswer } from '../../../../server/features/readinglists/tags.schemas.ts';
import { get, getPage } from '../../api.ts';
import { largerNext } from '../../parts/infinite-cache.ts';
import { forgetReadings } from './readinglists.queries.ts';

export type Tag = TagAnswer;

/** The most characters that a tag may have. */
export const MOST_CHARACTERS = 50;

/** One's own tags, by name. */
export const tagsQuery = queryOptions({
  queryKey: ['readinglists', 'tags'],
  queryFn: ({ signal }) => get<Tag[]>('/tags', { limit: 500 }, signal),
});

/** The same page by page, for who has more of them. */
export const tagListQuery = infiniteQueryOptions({
  queryKey: ['readinglists', 'tag-list'],
  queryFn: ({ pageParam, signal }) => getPage<Tag>('/tags', {}, pageParam, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: largerNext,
});

/** The address of a tag. Browsers take `.` and `..` for a way through the folders; the server takes the space away again. */
export function tagPath(name: string): string {
  return `/tags/${encodeURIComponent(name.replace(/^\.\.?$/, ' $&'))}`;
}

/** After a tag was changed on many rows at once. */
export async function refreshTags(client: QueryClient): Promise<void> {
  forgetReadings(client);
  await Promise.all(['readinglists', 'statistics'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
