import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { del, put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchItems } from '../../parts/infinite-cache.ts';
import { NOTES_KEY } from './people.queries.ts';

/** Marks a note for oneself, or takes the mark back; at once in every list that shows it. */
export function useMarkNote(): (note: NoteAnswer) => void {
  return useOptimistic<NoteAnswer>({
    send: ({ id, marked }) => (marked ? del(`/notes/${id}/mark`) : put(`/notes/${id}/mark`)),
    patch: (client, { id, marked }) => {
      const set = (on: boolean) =>
        patchItems<NoteAnswer>(client, NOTES_KEY, (note) => (note.id === id ? { ...note, marked: on } : note));
      set(!marked);
      return () => set(marked);
    },
    touches: [['notes']],
    failed: ({ marked }) => (marked ? 'Your mark was not taken back' : 'The note was not marked'),
  });
}
