import { useQueryClient } from '@tanstack/react-query';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';

interface Props {
  /** Only the posts of this feed. */
  feed: number | undefined;
  onClose: () => void;
}

/** Empties the inbox, or what is in it of one feed. */
export default function DismissAll({ feed, onClose }: Props) {
  const client = useQueryClient();
  const dismiss = async () => {
    await del('/inbox', { feed });
    await Promise.all(['inbox', 'feeds'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    onClose();
  };
  return (
    <ConfirmDialog
      title={feed ? 'Dismiss every post of this feed?' : 'Dismiss every post in your inbox?'}
      confirm="Dismiss all"
      keep="Keep them"
      onConfirm={dismiss}
      onClose={onClose}
    >
      They do not come again. What is on your reading list stays there.
    </ConfirmDialog>
  );
}
