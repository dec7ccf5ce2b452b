import { Forbidden } from '../../errors.ts';
import type { Viewer } from '../users/viewer.ts';
import type { Blog } from './blog.model.ts';
import { deleteLike, insertLike, selectBlog } from './blogs.sql.ts';

/**
 * Reads a number of likes as one's own like: one more than now likes the blog, one fewer takes the like back, the same
 * number changes nothing.
 * @throws Forbidden for any other number, and for liking twice.
 */
export async function moveByOwnLike(viewer: Viewer, blog: Blog, likes: number): Promise<void> {
  const step = likes - blog.likes;
  if (step === 0) return;
  const { liked } = (await selectBlog(viewer.id, blog.id)) ?? { liked: false };
  if (step === 1 && !liked) return insertLike(viewer.id, blog.id);
  if (step === -1 && liked) return deleteLike(viewer.id, blog.id);
  throw new Forbidden(
    liked
      ? 'you like this blog already; you may only take your own like back'
      : 'you may move the likes only by your own like; who added the blog and admins may set any number',
  );
}
