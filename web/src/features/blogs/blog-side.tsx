import { IconHeart } from '@tabler/icons-react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { plural } from '../../parts/plural.ts';
import styles from './blog-side.module.css';

/** The right end of a blog's row: likes and who added it. */
export function BlogSide({ blog: { likes, liked, user } }: { blog: BlogAnswer }) {
  return (
    <>
      {likes > 0 && (
        <span className={styles.likes} data-liked={liked || undefined} title={plural(likes, 'like')}>
          <IconHeart size={16} stroke={1.5} aria-hidden />
          <span aria-hidden>{likes.toLocaleString('en')}</span>
          <span className={styles.spoken}>{plural(likes, 'like')}</span>
        </span>
      )}
      <Avatar name={user.name} />
    </>
  );
}
