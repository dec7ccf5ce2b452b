import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import styles from './activity.module.css';

interface Props<T> {
  list: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  empty: string;
  children: (item: T) => ReactNode;
}

/** A list of what happened, and whatever it is instead: loading, empty, failed. */
export function HappeningList<T>({ list, empty, children }: Props<T>) {
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <RowSkeletons />;
  if (list.isError && !list.data) return <ErrorState error={list.error} retry={list.refetch} />;
  if (!items.length) return <EmptyState text={empty} />;
  return (
    <>
      <ul className={styles.list}>{items.map(children)}</ul>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </>
  );
}
