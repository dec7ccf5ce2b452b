import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import styles from './note-item.module.css';
import { NoteItem } from './note-item.tsx';
import { notesOfQuery } from './people.queries.ts';
import { useMarkNote } from './use-mark-note.ts';

interface Props {
  person: { id: number; name: string };
  isMe: boolean;
}

/** What somebody wrote, as far as one may see it. Another's notes can be marked. */
export function PersonNotes({ person: { id, name }, isMe }: Props) {
  const list = useInfiniteQuery(notesOfQuery(id));
  const mark = useMarkNote();
  const notes = list.data?.pages.flatMap(({ items }) => items) ?? [];

  if (list.isPending) return <RowSkeletons />;
  if (list.isError && !list.data) return <ErrorState error={list.error} retry={list.refetch} />;
  if (!notes.length)
    return <EmptyState text={isMe ? 'You have not written a note yet.' : `${name} shares no notes yet.`} />;
  return (
    <>
      <ul className={styles.notes} aria-label={`Notes by ${name}`}>
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} mark={isMe ? undefined : mark} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show more notes
          </Button>
        </div>
      )}
    </>
  );
}
