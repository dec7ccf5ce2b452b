import { useQueryClient } from '@tanstack/react-query';
import { ApiError, del } from '../../api.ts';
import { useInTurn } from '../../optimistic.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { plural } from '../../parts/plural.ts';
import { refreshTags, type Tag, tagPath } from './tags.queries.ts';

/** Takes a tag off everything, after asking. */
export default function DeleteTag({ tag: { name, count }, onClose }: { tag: Tag; onClose: () => void }) {
  const client = useQueryClient();
  const inTurn = useInTurn();
  const remove = async () => {
    await inTurn(() => del(tagPath(name))).catch((error: unknown) => {
      // 404: it is gone already, which is what was wanted.
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    });
    await refreshTags(client);
    showMessage({ text: `Deleted the tag “${name}”.` });
    onClose();
  };
  return (
    <ConfirmDialog title={`Delete the tag “${name}”?`} confirm="Delete tag" onConfirm={remove} onClose={onClose}>
      It is taken off {plural(count, 'blog')}; {count === 1 ? 'the blog stays' : 'the blogs stay'} on your reading list.
      This cannot be undone.
    </ConfirmDialog>
  );
}
