import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import type { NoteDialog } from './note-dialogs.tsx';
import styles from './note-talk.module.css';
import { repliesQuery } from './notes.queries.ts';
import { Reply } from './reply.tsx';
import { ReplyForm } from './reply-form.tsx';

interface Props {
  note: NoteAnswer;
  open: (dialog: NoteDialog) => void;
}

/** The replies to a note in the order in which they were written, and a field for one more. */
export function NoteThread({ note, open }: Props) {
  const list = useInfiniteQuery({ ...repliesQuery(note.id), enabled: note.replyCount > 0 });
  const replies = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={styles.thread}>
      {note.replyCount > 0 && list.isPending && <RowSkeletons count={Math.min(note.replyCount, 3)} />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {replies.length > 0 && (
        <ol className={styles.replies} aria-label="Replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Reply reply={reply} open={open} />
            </li>
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          Show more replies
        </Button>
      )}
      {!note.deleted && <ReplyForm note={note} />}
    </div>
  );
}
