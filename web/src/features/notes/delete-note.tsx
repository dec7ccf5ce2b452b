import { useQueryClient } from '@tanstack/react-query';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { patchNoteCount } from '../blogs/blogs.queries.ts';
import { firstWords } from './excerpt.ts';

interface Props {
  note: NoteAnswer;
  onClose: () => void;
}

/** Deletes a note. Asks instead of offering undo, because a note written anew would have lost its date and the marks of others. */
export default function DeleteNote({
  note: { id, content, quote, visibility, parentId, replyCount, blogId },
  onClose,
}: Props) {
  const what = parentId ? 'reply' : 'note';
  const client = useQueryClient();
  const remove = async () => {
    await del(`/notes/${id}`);
    if (!parentId) patchNoteCount(client, blogId, -1);
    await client.invalidateQueries({ queryKey: ['notes'] });
    showMessage({ text: `Deleted your ${what}.` });
    onClose();
  };
  return (
    <ConfirmDialog title={`Delete this ${what}?`} confirm={`Delete ${what}`} onConfirm={remove} onClose={onClose}>
      “{firstWords(content || quote?.exact || '')}” goes for good
      {visibility !== 'me' && ', for everybody who may see it, and with it the marks that others put on it'}.
      {replyCount > 0 && ' What others replied stays.'}
    </ConfirmDialog>
  );
}
