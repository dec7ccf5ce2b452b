import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { AuthorChart } from './author-chart.tsx';
import { AuthorTable } from './author-table.tsx';
import { authorsQuery } from './authors.queries.ts';
import type { AuthorColumn, AuthorsSearch } from './authors.routes.ts';
import { sortAuthors } from './sort-authors.ts';

const route = getRouteApi('/inside/authors');

/** Who wrote the blogs of the library. */
export function AuthorsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const goTo = useNavigate();
  const list = useInfiniteQuery(authorsQuery);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const all = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const authors = useMemo(() => sortAuthors(all, search), [all, search]);

  // The server gives the most liked first. Any other order, and a search, is right only over all of them.
  const isByLikes = !search.search && (search.sort ?? 'likes') === 'likes' && !search.reverse;
  useEffect(() => {
    if (!isByLikes && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isByLikes, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  const change = (part: AuthorsSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const sortBy = (column: AuthorColumn) => {
    const isSame = column === (search.sort ?? 'likes');
    change({ sort: column, reverse: isSame && !search.reverse ? true : undefined });
  };

  return (
    <Page title="Authors">
      {list.isPending && <RowSkeletons />}
      {list.isError && <ErrorState error={list.error} retry={list.data ? fetchNextPage : list.refetch} />}
      {list.isSuccess && !all.length && (
        <EmptyState text="No blog in the library names its author yet.">
          <Button onClick={() => goTo({ to: '/library', search: { add: true } })}>Add a blog</Button>
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <AuthorChart authors={all} by={search.sort === 'blogs' ? 'blogs' : 'likes'} />
          <Toolbar
            search={{ label: 'Search authors', value: search.search, onChange: (text) => change({ search: text }) }}
          />
          {authors.length > 0 ? (
            <AuthorTable
              authors={authors}
              search={search}
              sortBy={sortBy}
              hasMore={hasNextPage}
              loadMore={isFetching ? undefined : fetchNextPage}
            />
          ) : (
            !hasNextPage && (
              <EmptyState text="No author has this in the name.">
                <Button variant="default" onClick={() => change({ search: undefined })}>
                  Show all authors
                </Button>
              </EmptyState>
            )
          )}
        </>
      )}
    </Page>
  );
}
