import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { libraryQuery } from '../blogs/blogs.queries.ts';
import type { LibraryDialog } from '../blogs/library-dialog.ts';
import { LibraryRow } from '../blogs/library-row.tsx';
import { useLibraryKeys } from '../blogs/use-library-keys.ts';

const BlogDialog = lazy(() => import('../blogs/blog-dialog.tsx'));
const DeleteBlog = lazy(() => import('../blogs/delete-blog.tsx'));
const WriteNote = lazy(() => import('../notes/write-note.tsx'));

interface Props {
  person: { id: number; name: string };
  isMe: boolean;
}

/** What somebody added to the library, the newest first. */
export function PersonBlogs({ person: { id, name }, isMe }: Props) {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<LibraryDialog>();
  const list = useInfiniteQuery(libraryQuery({ user: id, sort: 'newest' }));
  const blogs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const keys = useLibraryKeys(setDialog);
  const close = () => setDialog(undefined);

  // The rows of somebody else stand for these until they are there.
  if (list.isPending || list.isPlaceholderData) return <RowSkeletons />;
  if (list.isError && !list.data) return <ErrorState error={list.error} retry={list.refetch} />;
  if (!blogs.length)
    return (
      <EmptyState text={isMe ? 'You have not added a blog yet.' : `${name} has not added a blog yet.`}>
        {isMe && <Button onClick={() => navigate({ to: '/library', search: { add: true } })}>Add a blog</Button>}
      </EmptyState>
    );
  return (
    <>
      <RowList
        label={`Blogs that ${name} added`}
        items={blogs}
        keyOf={(blog) => blog.id}
        keys={keys}
        hasMore={list.hasNextPage}
        loadMore={list.isFetching ? undefined : list.fetchNextPage}
      >
        {(blog, isSelected) => <LibraryRow blog={blog} isSelected={isSelected} open={setDialog} />}
      </RowList>
      <Suspense>
        {dialog?.kind === 'edit' && <BlogDialog blog={dialog.blog} onClose={close} />}
        {dialog?.kind === 'delete' && <DeleteBlog blog={dialog.blog} onClose={close} />}
        {dialog?.kind === 'note' && <WriteNote blog={dialog.blog} onClose={close} />}
      </Suspense>
    </>
  );
}
