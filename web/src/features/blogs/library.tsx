import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { ICON } from '../../theme.ts';
import { BlogFilter } from './blog-filter.tsx';
import { filterChips } from './blog-search.ts';
import { libraryQuery } from './blogs.queries.ts';
import type { LibrarySearch } from './blogs.routes.ts';
import type { LibraryDialog } from './library-dialog.ts';
import { LibraryEmpty } from './library-empty.tsx';
import { LibraryRow } from './library-row.tsx';
import { useLibraryKeys } from './use-library-keys.ts';

const BlogDialog = lazy(() => import('./blog-dialog.tsx'));
const DeleteBlog = lazy(() => import('./delete-blog.tsx'));
const WriteNote = lazy(() => import('../notes/write-note.tsx'));

const SORTS: { value: NonNullable<LibrarySearch['sort']>; label: string }[] = [
  { value: 'likes', label: 'Most liked' },
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
  { value: 'title', label: 'Title' },
  { value: 'year', label: 'Year' },
];

const route = getRouteApi('/inside/library');

/** All blogs of the server. */
export function LibraryScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [dialog, setDialog] = useState<LibraryDialog>();
  const list = useInfiniteQuery(libraryQuery(search));
  const blogs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const keys = useLibraryKeys(setDialog);

  const change = (part: LibrarySearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: 'search' in part });
  const add = () => change({ add: true });
  const close = () => setDialog(undefined);
  const adder = search.user && { label: addedBy(blogs[0]), clear: () => change({ user: undefined }) };

  return (
    <Page
      title="Library"
      action={
        <Button leftSection={<IconPlus {...ICON} />} onClick={add}>
          Add a blog
        </Button>
      }
    >
      <Toolbar
        search={{ label: 'Search title or author', value: search.search, onChange: (text) => change({ search: text }) }}
        chips={[...filterChips(search, change), ...(adder ? [adder] : [])]}
        sort={{ items: SORTS, value: search.sort ?? 'likes', onChange: (sort) => change({ sort }) }}
      >
        <BlogFilter value={search} onChange={change} />
      </Toolbar>
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !blogs.length && <LibraryEmpty search={search} change={change} />}
      {blogs.length > 0 && (
        <RowList
          label="Library"
          items={blogs}
          keyOf={({ id }) => id}
          keys={keys}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(blog, isSelected) => <LibraryRow blog={blog} isSelected={isSelected} open={setDialog} />}
        </RowList>
      )}
      <Suspense>
        {search.add && <BlogDialog onClose={() => change({ add: undefined })} />}
        {dialog?.kind === 'edit' && <BlogDialog blog={dialog.blog} onClose={close} />}
        {dialog?.kind === 'delete' && <DeleteBlog blog={dialog.blog} onClose={close} />}
        {dialog?.kind === 'note' && <WriteNote blog={dialog.blog} onClose={close} />}
      </Suspense>
    </Page>
  );
}

function addedBy(blog: BlogAnswer | undefined): string {
  return blog ? `Added by ${blog.user.name}` : 'Added by one person';
}
