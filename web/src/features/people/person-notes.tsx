import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { type NoteDialog, NoteDialogs } from '../notes/note-dialogs.tsx';
import { NoteList } from '../notes/note-list.tsx';
import { notesQuery } from '../notes/notes.queries.ts';

interface Props {
  person: { id: number; name: string };
  isMe: boolean;
}

/** What somebody wrote, as far as one may see it. Another's notes can be marked. */
export function PersonNotes({ person: { id, name }, isMe }: Props) {
  const [dialog, setDialog] = useState<NoteDialog>();
  const list = useInfiniteQuery(notesQuery({ user: id }));
  const notes = list.data?.pages.flatMap(({ items }) => items) ?? [];

  if (list.isPending) return <RowSkeletons />;
  if (list.isError && !list.data) return <ErrorState error={list.error} retry={list.refetch} />;
  if (!notes.length)
    return <EmptyState text={isMe ? 'You have not written a note yet.' : `${name} shares no notes yet.`} />;
  return (
    <>
      <NoteList
        key={id}
        label={`Notes by ${name}`}
        notes={notes}
        hasMore={list.hasNextPage}
        loadMore={list.isFetching ? undefined : list.fetchNextPage}
        open={setDialog}
      />
      <NoteDialogs dialog={dialog} onClose={() => setDialog(undefined)} />
    </>
  );
}
