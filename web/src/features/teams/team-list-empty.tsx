import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { TeamSearch } from './teams.routes.ts';

interface Props {
  search: TeamSearch;
  change: (part: TeamSearch) => void;
  /** What leads on from a list that has nothing at all. */
  children: ReactNode;
}

export function TeamListEmpty({ search: { search, show }, change, children }: Props) {
  if (!search && !show)
    return (
      <EmptyState text="The team reads nothing yet. What you add comes on the reading list of every member.">
        {children}
      </EmptyState>
    );
  return (
    <EmptyState text={sayWhy(search, show)}>
      <Button variant="default" onClick={() => change({ search: undefined, show: undefined })}>
        Show everything
      </Button>
    </EmptyState>
  );
}

function sayWhy(search: TeamSearch['search'], show: TeamSearch['show']): string {
  if (search) return 'Nothing on the team’s list fits what you search for.';
  if (show === 'unread') return 'You have read everything on the team’s list.';
  if (show === 'read-by-all') return 'Nothing has been read by everybody yet.';
  return 'Nothing is due this week.';
}
