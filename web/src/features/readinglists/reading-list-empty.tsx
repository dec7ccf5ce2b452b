import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { Tab } from './readinglists.queries.ts';
import type { ReadingSearch } from './readinglists.routes.ts';

interface Props {
  tab: Tab;
  isNarrowed: boolean;
  counts: Record<string, number> | undefined;
  change: (part: ReadingSearch) => void;
  add: () => void;
}

const NOT_NARROWED: ReadingSearch = {
  search: undefined,
  author: undefined,
  year: undefined,
  team: undefined,
  tag: undefined,
  starred: undefined,
};

export function ReadingListEmpty({ tab, isNarrowed, counts, change, add }: Props) {
  const navigate = useNavigate();
  if (isNarrowed)
    return (
      <EmptyState text="Nothing on your reading list fits what you ask for.">
        <Button variant="default" onClick={() => change(NOT_NARROWED)}>
          Show everything
        </Button>
      </EmptyState>
    );
  if (tab === 'unread' && counts?.read)
    return (
      <EmptyState text="You have read everything on your list.">
        <Button onClick={() => navigate({ to: '/library' })}>Find more in the library</Button>
      </EmptyState>
    );
  if (tab === 'read' && counts?.unread)
    return (
      <EmptyState text="You have not marked anything as read yet.">
        <Button variant="default" onClick={() => change({ tab: undefined })}>
          Show what is unread
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState text="Your reading list is empty. Add the address of something you want to read.">
      <Button onClick={add}>Add a blog</Button>
    </EmptyState>
  );
}
