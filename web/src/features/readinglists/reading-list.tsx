import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { ICON } from '../../theme.ts';
import { BlogFilter } from '../blogs/blog-filter.tsx';
import { filterChips } from '../blogs/blog-search.ts';
import { ReadingListEmpty } from './reading-list-empty.tsx';
import { ReadingRow } from './reading-row.tsx';
import { type Reading, readingCountsQuery, readingListQuery, showsIn, type Tab } from './readinglists.queries.ts';
import type { ReadingSearch } from './readinglists.routes.ts';
import { useReadingKeys } from './use-reading-keys.ts';

const BlogDialog = lazy(() => import('../blogs/blog-dialog.tsx'));
const WriteNote = lazy(() => import('../notes/write-note.tsx'));

const SORTS: { value: NonNullable<ReadingSearch['sort']>; label: string }[] = [
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
  { value: 'likes', label: 'Most liked' },
  { value: 'title', label: 'Title' },
  { value: 'year', label: 'Year' },
];

const route = getRouteApi('/inside/');

/** Home: what one wants to read. */
export function ReadingListScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tab = search.tab ?? 'unread';
  const [noted, setNoted] = useState<Reading>();
  const [isAdding, setAdding] = useState(false);
  const keys = useReadingKeys(setNoted);
  const { data: counts } = useQuery(readingCountsQuery);
  const list = useInfiniteQuery(readingListQuery(search));
  const readings = list.data?.pages.flatMap(({ items }) => items).filter((item) => showsIn(tab, item)) ?? [];

  const change = (part: ReadingSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: 'search' in part });
  const isNarrowed = Boolean(
    search.search || search.author || search.year || search.team || search.tag || search.starred,
  );
  const teamName = readings[0]?.teams.find(({ id }) => id === search.team)?.name;
  const chips = [
    ...filterChips(search, change),
    search.team && {
      label: teamName ? `Read by “${teamName}”` : 'Read by one team',
      clear: () => change({ team: undefined }),
    },
    search.tag && { label: `Tagged ${search.tag}`, clear: () => change({ tag: undefined }) },
    search.starred && { label: 'Starred', clear: () => change({ starred: undefined }) },
  ].filter((chip) => typeof chip === 'object');
  const total = countsByTab(counts)[tab];

  return (
    <Page
      title="Reading list"
      action={
        <Button leftSection={<IconPlus {...ICON} />} onClick={() => setAdding(true)}>
          Add a blog
        </Button>
      }
    >
      <Toolbar
        tabs={{
          label: 'Which blogs',
          items: TABS.map((item) => ({ ...item, count: countsByTab(counts)[item.value] })),
          value: tab,
          onChange: (value) => change({ tab: value === 'unread' ? undefined : value }),
        }}
        search={{ label: 'Search title or author', value: search.search, onChange: (text) => change({ search: text }) }}
        chips={chips}
        sort={{ items: SORTS, value: search.sort ?? 'newest', onChange: (sort) => change({ sort }) }}
      >
        <BlogFilter value={search} onChange={change} hasOwn />
      </Toolbar>
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !readings.length && !list.hasNextPage && (
        <ReadingListEmpty
          tab={tab}
          isNarrowed={isNarrowed}
          change={change}
          add={() => setAdding(true)}
          counts={counts}
        />
      )}
      {(readings.length > 0 || list.hasNextPage) && (
        <RowList
          label="Reading list"
          items={readings}
          keyOf={({ id }) => id}
          keys={keys}
          total={isNarrowed ? undefined : total}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(reading, isSelected) => <ReadingRow reading={reading} isSelected={isSelected} writeNote={setNoted} />}
        </RowList>
      )}
      <Suspense>
        {isAdding && <BlogDialog onClose={() => setAdding(false)} />}
        {noted && <WriteNote blog={noted.blog} onClose={() => setNoted(undefined)} />}
      </Suspense>
    </Page>
  );
}

const TABS: { value: Tab; label: string }[] = [
  { value: 'unread', label: 'Unread' },
  { value: 'read', label: 'Read' },
  { value: 'all', label: 'All' },
];

function countsByTab(counts: Record<string, number> | undefined): Partial<Record<Tab, number>> {
  if (!counts) return {};
  const { unread = 0, read = 0 } = counts;
  return { unread, read, all: unread + read };
}
