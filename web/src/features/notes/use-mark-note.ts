import { useRef } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { del, put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchNote } from './notes.queries.ts';

type Change = { note: NoteAnswer; marked: boolean; isUndo?: boolean };

/** Marks a note for oneself, or takes the mark back, at once; the message offers to undo it. */
export function useMarkNote(): (note: NoteAnswer) => void {
  const again = useRef<(change: Change) => void>(undefined);
  const mark = useOptimistic<Change>({
    send: ({ note, marked }) => (marked ? put(`/notes/${note.id}/mark`) : del(`/notes/${note.id}/mark`)),
    patch: (client, { note, marked }) => {
      patchNote(client, note.id, (now) => ({ ...now, marked }));
      return () => patchNote(client, note.id, (now) => ({ ...now, marked: !marked }));
    },
    touches: [['notes']],
    failed: ({ marked }) => (marked ? 'The note was not marked' : 'Your mark was not taken back'),
    done: ({ note, marked, isUndo }) =>
      isUndo
        ? undefined
        : {
            text: marked ? `Marked the note of ${note.user.name}.` : 'Took your mark back.',
            undo: () => again.current?.({ note, marked: !marked, isUndo: true }),
          },
  });
  again.current = mark;
  return (note) => mark({ note, marked: !note.marked });
}
