import { lazy, Suspense } from 'react';
import type { NoteAnswer, Quote } from '../../../../server/features/notes/notes.schemas.ts';

const WriteNote = lazy(() => import('./write-note.tsx'));
const DeleteNote = lazy(() => import('./delete-note.tsx'));

/** Which dialog about notes is open, and on what. */
export type NoteDialog = { kind: 'write'; quote?: Quote } | { kind: 'edit' | 'delete'; note: NoteAnswer };

interface Props {
  dialog: NoteDialog | undefined;
  /** What a new note hangs on. */
  blog?: { id: number; title: string };
  /** The team that a new note is for, unless somebody says otherwise. */
  team?: number;
  onClose: () => void;
}

export function NoteDialogs({ dialog, blog, team, onClose }: Props) {
  return (
    <Suspense>
      {dialog?.kind === 'write' && <WriteNote blog={blog} quote={dialog.quote} team={team} onClose={onClose} />}
      {dialog?.kind === 'edit' && <WriteNote note={dialog.note} onClose={onClose} />}
      {dialog?.kind === 'delete' && <DeleteNote note={dialog.note} onClose={onClose} />}
    </Suspense>
  );
}
