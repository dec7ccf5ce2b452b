import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { ICON } from '../../theme.ts';
import styles from './blog-page.module.css';
import { useFetch } from './use-fetch.ts';
import { useFilledIn } from './use-filled-in.ts';

/** What a blog's page told, or how far the fetching of it is, or why it cannot be had. */
export function BlogPage({ blog }: { blog: BlogAnswer }) {
  useFilledIn(blog);
  const [fetchAgain, isAsking] = useFetch(blog);
  const { article } = blog;
  const isWaiting = article?.state === 'waiting';
  return (
    <div className={styles.page}>
      {article?.excerpt && <p className={styles.excerpt}>{article.excerpt}</p>}
      <div role="status">
        {isWaiting && <p className={styles.reason}>{article.reason ?? 'The page is being fetched …'}</p>}
        {isWaiting && article.reason && <p className={styles.reason}>It is tried again by itself.</p>}
        {article?.state === 'failed' && (
          <p className={styles.reason}>The page could not be fetched: {article.reason}</p>
        )}
        {article?.state === 'ready' && article.reason && <p className={styles.reason}>{article.reason}</p>}
      </div>
      {blog.sameAs && (
        <p className={styles.reason}>
          This address leads to the page of another blog that is here:{' '}
          <Link to="/blogs/$id" params={{ id: blog.sameAs.id }} className={styles.same}>
            {blog.sameAs.title}
          </Link>
        </p>
      )}
      {isWaiting && !article.excerpt && !article.reason && (
        <div className={styles.skeleton} aria-hidden>
          <span className={styles.line} />
          <span className={styles.line} />
        </div>
      )}
      {article?.state === 'failed' && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconRefresh {...ICON} />}
          loading={isAsking}
          onClick={fetchAgain}
        >
          Try again
        </Button>
      )}
    </div>
  );
}
