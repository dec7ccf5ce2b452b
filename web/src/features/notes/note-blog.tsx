import { VisuallyHidden } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { blogQuery } from '../blogs/blogs.queries.ts';
import styles from './note-card.module.css';

/**
 * A link to the blog that a note hangs on. Notes come without its title, so it is asked for once a blog and only for notes that
 * are in the document (the list is windowed), unless a list knows it already.
 */
export function NoteBlog({ id }: { id: number }) {
  const { data, isPending } = useQuery({ ...blogQuery(useQueryClient(), id), staleTime: 300_000 });
  return (
    <Link to="/blogs/$id" params={{ id }} title={data?.title}>
      {isPending && <span className={styles.blogComing} />}
      {data?.title ?? (isPending ? <VisuallyHidden>On a blog</VisuallyHidden> : 'On a blog')}
    </Link>
  );
}
