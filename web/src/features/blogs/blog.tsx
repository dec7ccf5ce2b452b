import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiError } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import styles from './blog.module.css';
import { BlogHead } from './blog-head.tsx';
import { blogQuery } from './blogs.queries.ts';

const BlogNotes = lazy(() => import('../notes/blog-notes.tsx'));

const route = getRouteApi('/inside/blogs/$id');

/** One blog: its facts, what one may do with it, and its notes. */
export function BlogScreen() {
  const { id } = route.useParams();
  const { data: blog, error, refetch } = useQuery({ ...blogQuery(useQueryClient(), id), enabled: id > 0 });
  if (!id || (error instanceof ApiError && error.status === 404)) return <NoBlog />;
  if (error && !blog)
    return (
      <Page title="Blog">
        <ErrorState error={error} retry={refetch} />
      </Page>
    );
  return (
    <div className={styles.screen}>
      <div className={styles.about}>{blog ? <BlogHead key={id} blog={blog} /> : <Coming />}</div>
      <section className={styles.notes} aria-label="Notes on this blog">
        {blog && (
          <Suspense fallback={<RowSkeletons count={3} />}>
            <BlogNotes key={id} blog={blog} />
          </Suspense>
        )}
      </section>
    </div>
  );
}

/** Who hears the page is told what is coming; its title takes this place. */
function Coming() {
  return (
    <>
      <VisuallyHidden component="h1">Blog</VisuallyHidden>
      <div className={styles.coming} role="status" aria-label="Loading">
        <span />
        <span />
        <span />
      </div>
    </>
  );
}

function NoBlog() {
  const navigate = useNavigate();
  return (
    <Page title="Blog">
      <EmptyState text="There is no blog at this address. Somebody may have deleted it.">
        <Button onClick={() => navigate({ to: '/library' })}>Go to the library</Button>
      </EmptyState>
    </Page>
  );
}
