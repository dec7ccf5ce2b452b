import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { del, put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { BLOG_LISTS, ONE_BLOG_KEY, patchBlog } from './blogs.queries.ts';

/** Likes a blog, or takes the like back; at once in every list that shows it. */
export function useLike(): (blog: BlogAnswer) => void {
  return useOptimistic<BlogAnswer>({
    send: ({ id, liked }) => (liked ? del(`/blogs/${id}/like`) : put(`/blogs/${id}/like`)),
    patch: (client, { id, liked }) => {
      const set = (on: boolean) =>
        patchBlog(client, id, (blog) =>
          blog.liked === on ? blog : { ...blog, liked: on, likes: Math.max(0, blog.likes + (on ? 1 : -1)) },
        );
      set(!liked);
      return () => set(liked);
    },
    touches: [...BLOG_LISTS, ONE_BLOG_KEY].map((key) => [...key]),
    failed: ({ liked }) => (liked ? 'Your like was not taken back' : 'The blog was not liked'),
  });
}
