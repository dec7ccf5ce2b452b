import { Button } from '@mantine/core';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { NotesSearch } from './notes-search.ts';

interface Props {
  tab: NonNullable<NotesSearch['tab']>;
  isNarrowed: boolean;
  change: (part: NotesSearch) => void;
  write: () => void;
}

const TEXTS = {
  mine: 'You have not written a note yet.',
  all: 'Nobody has written a note that you may see.',
  mentions: 'Nobody has mentioned you in a note yet.',
  marked: 'You have not marked a note yet. Mark what others wrote and you want to find again.',
  important: 'No note that you may see is important.',
};

export function NotesEmpty({ tab, isNarrowed, change, write }: Props) {
  if (isNarrowed)
    return (
      <EmptyState text="No note fits what you look for.">
        <Button variant="default" onClick={() => change({ search: undefined, user: undefined, team: undefined })}>
          Show all of them
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState text={TEXTS[tab]}>
      {tab !== 'mine' && tab !== 'all' ? (
        <Button variant="default" onClick={() => change({ tab: 'all' })}>
          Show all notes
        </Button>
      ) : (
        <Button onClick={write}>Write a note</Button>
      )}
    </EmptyState>
  );
}
