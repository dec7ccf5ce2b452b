import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import styles from './fetch-state.module.css';
import { useFilledIn } from './use-filled-in.ts';

/** In a row's facts: the place of what is still to come, or that it will not. */
export function FetchState({ blog }: { blog: BlogAnswer }) {
  useFilledIn(blog);
  const { article } = blog;
  if (article?.state === 'waiting')
    return <span className={styles.waiting} role="img" aria-label="The page is being fetched" />;
  return <span title={article?.reason ?? undefined}>page not fetched</span>;
}
