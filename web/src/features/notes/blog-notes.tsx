import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useKeys } from '../../keys.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { ICON } from '../../theme.ts';
import styles from './blog-notes.module.css';
import { type NoteDialog, NoteDialogs } from './note-dialogs.tsx';
import { NoteList } from './note-list.tsx';
import { notesQuery } from './notes.queries.ts';
import { NotesCount } from './notes-count.tsx';

/** The notes on one blog that the reader may see, on the blog's own screen. */
export default function BlogNotes({ blog }: { blog: { id: number; title: string } }) {
  const [dialog, setDialog] = useState<NoteDialog>();
  const list = useInfiniteQuery(notesQuery({ blog: blog.id }));
  const notes = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const count = notes.filter(({ deleted }) => !deleted).length;
  const write = () => setDialog({ kind: 'write' });
  useKeys('This screen', [{ key: 'n', label: 'Write a note', run: write }]);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          Notes {count > 0 && !list.hasNextPage && <span className={styles.count}>{count}</span>}
        </h2>
        <Button variant="default" leftSection={<IconPlus {...ICON} />} onClick={write}>
          Write a note
        </Button>
      </header>
      <NotesCount count={list.isSuccess ? count : undefined} hasMore={list.hasNextPage} />
      {list.isPending && <RowSkeletons count={3} />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !notes.length && (
        <p className={styles.none}>Nobody has written a note here that you may see. What stayed with you?</p>
      )}
      {notes.length > 0 && (
        <NoteList
          label="Notes"
          notes={notes}
          onBlogScreen
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
          open={setDialog}
        />
      )}
      <NoteDialogs dialog={dialog} blog={blog} onClose={() => setDialog(undefined)} />
    </>
  );
}
