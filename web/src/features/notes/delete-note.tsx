import { useQueryClient } from '@tanstack/react-query';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { firstWords } from './excerpt.ts';

interface Props {
  note: NoteAnswer;
  onClose: () => void;
}

/** Deletes a note. Asks instead of offering undo, because a note written anew would have lost its date and the marks of others. */
export default function DeleteNote({ note: { id, content, shared }, onClose }: Props) {
  const client = useQueryClient();
  const remove = async () => {
    await del(`/notes/${id}`);
    await client.invalidateQueries({ queryKey: ['notes'] });
    showMessage({ text: 'Deleted your note.' });
    onClose();
  };
  return (
    <ConfirmDialog title="Delete this note?" confirm="Delete note" onConfirm={remove} onClose={onClose}>
      “{firstWords(content)}” goes for good
      {shared && ', for everybody who may see it, and with it the marks that others put on it'}.
    </ConfirmDialog>
  );
}
