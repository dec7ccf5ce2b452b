import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ListRow, type RowAction } from '../../parts/list-row.tsx';
import { plural, sayNumber } from '../../parts/plural.ts';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { type Tag, tagListQuery } from './tags.queries.ts';

const RenameTag = lazy(() => import('./rename-tag.tsx'));
const DeleteTag = lazy(() => import('./delete-tag.tsx'));

/** All of one's own tags, to rename, merge and delete. */
export function TagsSection() {
  const navigate = useNavigate();
  const list = useInfiniteQuery(tagListQuery);
  const [renamed, setRenamed] = useState<Tag>();
  const [deleted, setDeleted] = useState<Tag>();
  const tags = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title="Tags" lead="What you sort your reading list by. Nobody else sees them.">
      {list.isPending && <RowSkeletons count={3} />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !tags.length && (
        <EmptyState text="You have no tags. Each blog on your reading list has “Tags” among its actions.">
          <Button onClick={() => navigate({ to: '/' })}>Go to your reading list</Button>
        </EmptyState>
      )}
      {tags.length > 0 && (
        <RowList
          label="Tags"
          items={tags}
          keyOf={({ name }) => name}
          keys={[
            { key: 'e', label: 'Rename the tag', run: setRenamed },
            { key: 'x', label: 'Delete the tag', run: setDeleted },
          ]}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(tag, isSelected) => (
            <TagRow
              tag={tag}
              isSelected={isSelected}
              actions={[
                { label: 'Rename', icon: IconPencil, run: () => setRenamed(tag) },
                { label: 'Delete', icon: IconTrash, destroys: true, run: () => setDeleted(tag) },
              ]}
            />
          )}
        </RowList>
      )}
      <Suspense>
        {renamed && <RenameTag tag={renamed} onClose={() => setRenamed(undefined)} />}
        {deleted && <DeleteTag tag={deleted} onClose={() => setDeleted(undefined)} />}
      </Suspense>
    </Section>
  );
}

function TagRow({ tag, isSelected, actions }: { tag: Tag; isSelected: boolean; actions: RowAction[] }) {
  const { name, count, unread } = tag;
  return (
    <ListRow
      isSelected={isSelected}
      title={
        <Link to="/" search={{ tab: 'all', tag: name }} title={`All that you tagged “${name}”`}>
          {name}
        </Link>
      }
      facts={[plural(count, 'blog'), unread > 0 && `${sayNumber(unread)} unread`]}
      actions={actions}
    />
  );
}
