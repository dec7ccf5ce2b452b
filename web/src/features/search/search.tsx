import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { ResultList } from './result-list.tsx';
import { searchQuery } from './search.queries.ts';
import { SearchBox } from './search-box.tsx';

const route = getRouteApi('/inside/search');

/** Everything, by its words: titles, authors and texts of blogs, and notes. */
export function SearchScreen() {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useInfiniteQuery({ ...searchQuery(q), enabled: q !== '' });
  const results = (q && found.data?.pages.flatMap(({ items }) => items)) || [];
  const isRefused = found.error instanceof ApiError && found.error.status === 400; // to be written anew, not asked again
  const change = (next: string | undefined) => void navigate({ search: { q: next }, replace: q !== '' });
  return (
    <Page title="Search">
      <SearchBox value={q} onChange={change} />
      {!q && (
        <EmptyState text="Finds words in titles, authors and texts of blogs, and in the notes you may see. Quotes keep words together, a minus leaves them out." />
      )}
      {q && found.isPending && <RowSkeletons />}
      {q && found.isError && <ErrorState error={found.error} retry={isRefused ? undefined : found.refetch} />}
      {q && found.isSuccess && !results.length && (
        <EmptyState text="Nothing has these words. Try fewer of them, or take a filter away." />
      )}
      {results.length > 0 && !found.isError && <ResultList results={results} />}
      {found.hasNextPage && !found.isError && (
        <Button variant="default" mt="md" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}
