import { queryOptions } from '@tanstack/react-query';
import type { TagAnswer } from '../../../../server/features/readinglists/tags.schemas.ts';
import { get } from '../../api.ts';

/** One's own tags, by name. */
export const tagsQuery = queryOptions({
  queryKey: ['readinglists', 'tags'],
  queryFn: ({ signal }) => get<TagAnswer[]>('/tags', { limit: 500 }, signal),
});
