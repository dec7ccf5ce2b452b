import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { showMessage } from '../../parts/messages.ts';
import { patchBlog } from './blogs.queries.ts';

/** Has the page of a blog fetched, for the first time or again; and whether that is being asked for. */
export function useFetch({ id }: BlogAnswer): [fetch: () => void, isAsking: boolean] {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post<BlogAnswer>(`/blogs/${id}/fetch`, {}),
    onSuccess: (fresh) => patchBlog(client, id, () => fresh),
    onError: (error) => showMessage({ text: `The page is not fetched. ${errorSentence(error)}`, isError: true }),
  });
  return [() => mutate(), isPending];
}
