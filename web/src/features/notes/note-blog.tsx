import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { blogQuery } from '../blogs/blogs.queries.ts';

/**
 * A link to the blog that a note hangs on. Notes come without its title, so it is asked for once a blog and only for notes that
 * are in the document (the list is windowed), unless a list knows it already.
 */
export function NoteBlog({ id }: { id: number }) {
  const { data } = useQuery({ ...blogQuery(useQueryClient(), id), staleTime: 300_000 });
  return (
    <Link to="/blogs/$id" params={{ id }} title={data?.title}>
      {data?.title ?? 'On a blog'}
    </Link>
  );
}
