import { Button, FileButton, Group } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { ICON } from '../../theme.ts';
import { FeedRow } from './feed-row.tsx';
import styles from './feeds.module.css';
import { feedsQuery } from './feeds.queries.ts';
import { useFeeds } from './use-feeds.ts';

const FollowFeed = lazy(() => import('./follow-feed.tsx'));

const route = getRouteApi('/inside/feeds');

/** What one follows, and how it comes in and out. */
export function FeedsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { check, unfollow, importFile } = useFeeds();
  const list = useInfiniteQuery(feedsQuery);
  const feeds = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const setAdding = (add: true | undefined) => void navigate({ search: { add } });

  return (
    <Page
      title="Feeds"
      action={
        <Group gap="xs">
          <FileButton accept=".opml,.xml,text/x-opml,text/xml" onChange={(file) => file && void importFile(file)}>
            {(props) => (
              <Button {...props} variant="default" className={styles.file} aria-label="Import OPML" title="Import OPML">
                <IconUpload {...ICON} />
                <span className={styles.label}>Import OPML</span>
              </Button>
            )}
          </FileButton>
          {feeds.length > 0 && (
            <Button
              component="a"
              href="/api/feeds/opml"
              download
              variant="default"
              className={styles.file}
              aria-label="Export"
              title="Export as OPML"
            >
              <IconDownload {...ICON} />
              <span className={styles.label}>Export</span>
            </Button>
          )}
          <Button leftSection={<IconPlus {...ICON} />} onClick={() => setAdding(true)}>
            Follow a feed
          </Button>
        </Group>
      }
    >
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !feeds.length && (
        <EmptyState text="You follow no feed. Give the address of a blog, or bring a file from another reader." />
      )}
      {feeds.length > 0 && (
        <RowList
          label="Feeds"
          items={feeds}
          keyOf={({ id }) => id}
          keys={[{ key: 'x', label: 'Unfollow', run: unfollow }]}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(feed, isSelected) => <FeedRow feed={feed} isSelected={isSelected} check={check} unfollow={unfollow} />}
        </RowList>
      )}
      <Suspense>{search.add && <FollowFeed onClose={() => setAdding(undefined)} />}</Suspense>
    </Page>
  );
}
