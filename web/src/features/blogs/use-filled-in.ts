import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { get } from '../../api.ts';
import { patchBlog } from './blogs.queries.ts';

const FIRST_MS = 1000;
const MOST_MS = 15_000;

/** Looks after a blog whose page is being fetched until it is there, and fills it in wherever it is shown. */
export function useFilledIn({ id, article }: BlogAnswer): void {
  const client = useQueryClient();
  const isWaiting = article?.state === 'waiting';
  const { data } = useQuery({
    queryKey: ['blogs', 'waiting', id],
    queryFn: ({ signal }) => get<BlogAnswer>(`/blogs/${id}`, undefined, signal),
    enabled: isWaiting,
    // Most pages are there in a second or two; one that is tried again is not for half a minute.
    refetchInterval: ({ state }) => Math.min(FIRST_MS * 1.5 ** state.dataUpdateCount, MOST_MS),
    staleTime: FIRST_MS,
    gcTime: 0,
  });
  useEffect(() => {
    if (!isWaiting || !data) return;
    patchBlog(client, id, () => data);
    if (data.article?.state !== 'waiting') void client.invalidateQueries({ queryKey: ['authors'] });
  }, [client, id, isWaiting, data]);
}
