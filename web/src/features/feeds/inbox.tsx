import { Button, Group } from '@mantine/core';
import { IconRss } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { ICON } from '../../theme.ts';
import { openPage } from '../blogs/blog-link.tsx';
import { feedsQuery, inboxQuery } from './feeds.queries.ts';
import { InboxRow } from './inbox-row.tsx';
import { useDismissPost, useListPost } from './use-inbox.ts';

const DismissAll = lazy(() => import('./dismiss-all.tsx'));

const route = getRouteApi('/inside/inbox');

/** New posts of the feeds that one follows: each goes on the reading list, or out. */
export function InboxScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [isClearing, setClearing] = useState(false);
  const list = useListPost();
  const dismiss = useDismissPost();
  const inbox = useInfiniteQuery(inboxQuery(search));
  const items = inbox.data?.pages.flatMap((page) => page.items).filter(({ removed }) => !removed) ?? [];
  const narrowed = items[0]?.feed.title ?? 'One feed';

  return (
    <Page
      title="Inbox"
      action={
        <Group gap="xs">
          {items.length > 0 && (
            <Button variant="default" onClick={() => setClearing(true)}>
              Dismiss all
            </Button>
          )}
          <Button variant="default" leftSection={<IconRss {...ICON} />} onClick={() => navigate({ to: '/feeds' })}>
            Feeds
          </Button>
        </Group>
      }
    >
      {search.feed && (
        <Toolbar chips={[{ label: `From ${narrowed}`, clear: () => void navigate({ to: '/inbox', search: {} }) }]} />
      )}
      {inbox.isPending && <RowSkeletons />}
      {inbox.isError && !inbox.data && <ErrorState error={inbox.error} retry={inbox.refetch} />}
      {inbox.isSuccess && !items.length && !inbox.hasNextPage && <InboxEmpty />}
      {(items.length > 0 || inbox.hasNextPage) && (
        <RowList
          label="Inbox"
          items={items}
          keyOf={({ id }) => id}
          keys={[
            { key: 'a', label: 'Add to my list', run: list },
            { key: 'x', label: 'Dismiss', run: dismiss },
            { key: 'o', label: 'Open the page', run: openPage },
          ]}
          hasMore={inbox.hasNextPage}
          loadMore={inbox.isFetching ? undefined : inbox.fetchNextPage}
        >
          {(item, isSelected) => <InboxRow item={item} isSelected={isSelected} />}
        </RowList>
      )}
      <Suspense>{isClearing && <DismissAll feed={search.feed} onClose={() => setClearing(false)} />}</Suspense>
    </Page>
  );
}

function InboxEmpty() {
  const navigate = useNavigate();
  const feeds = useInfiniteQuery(feedsQuery);
  if (feeds.data?.pages[0]?.items.length)
    return <EmptyState text="Nothing new. The feeds that you follow are looked at once an hour." />;
  return (
    <EmptyState text="Follow blogs, and what they publish waits here for you.">
      <Button onClick={() => navigate({ to: '/feeds', search: { add: true } })}>Follow a feed</Button>
    </EmptyState>
  );
}
