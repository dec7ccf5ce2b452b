import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { peopleQuery } from './people.queries.ts';
import { PersonRow } from './person-row.tsx';

const route = getRouteApi('/inside/people');

/** Who is here. */
export function PeopleScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(peopleQuery(search));
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const narrow = (text?: string) => void navigate({ search: { search: text }, replace: true });

  return (
    <Page title="People">
      <Toolbar search={{ label: 'Search names', value: search.search, onChange: narrow }} />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !people.length && (
        <EmptyState text="Nobody here has this in the name.">
          <Button variant="default" onClick={() => narrow()}>
            Show everybody
          </Button>
        </EmptyState>
      )}
      {people.length > 0 && (
        <RowList
          label="People"
          items={people}
          keyOf={({ id }) => id}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(person, isSelected) => <PersonRow person={person} isSelected={isSelected} />}
        </RowList>
      )}
    </Page>
  );
}
