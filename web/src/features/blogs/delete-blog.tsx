import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { ApiError, del, sentence } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { sayNumber } from '../../parts/plural.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { ONE_BLOG_KEY } from './blogs.queries.ts';

interface Props {
  blog: BlogAnswer;
  /** Leads away from a screen that has nothing to show any more. */
  onDeleted?: () => Promise<void>;
  onClose: () => void;
}

/** Deletes a blog. While others hold it the server says who; then an admin may take it from everybody. */
export default function DeleteBlog({ blog: { id, title, likes }, onDeleted, onClose }: Props) {
  const client = useQueryClient();
  const { admin } = useViewer();
  const [holders, setHolders] = useState<string>();

  const remove = async (force: boolean) => {
    try {
      await del(`/blogs/${id}`, force ? { force } : {});
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409 && admin)) throw error;
      setHolders(error.message);
      return;
    }
    await onDeleted?.();
    client.removeQueries({ queryKey: [...ONE_BLOG_KEY, id] });
    await Promise.all(['blogs', 'readinglists', 'authors'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    showMessage({ text: `Deleted “${title}”.` });
    onClose();
  };

  if (holders)
    return (
      <ConfirmDialog
        key="force"
        title="Delete it for everybody?"
        confirm="Delete for everybody"
        onConfirm={() => remove(true)}
        onClose={onClose}
      >
        {sentence(holders)} It leaves their reading lists; notes on it stay with who wrote them.
      </ConfirmDialog>
    );
  return (
    <ConfirmDialog title={`Delete “${title}”?`} confirm="Delete blog" onConfirm={() => remove(false)} onClose={onClose}>
      The blog leaves the library and your reading list
      {likes > 0 && `, and its ${likes === 1 ? 'like goes' : `${sayNumber(likes)} likes go`} with it`}. This cannot be
      undone.
    </ConfirmDialog>
  );
}
