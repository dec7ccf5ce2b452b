import { useQueryClient } from '@tanstack/react-query';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { ACCOUNTS_KEY, type Account } from './accounts.queries.ts';

/** Ends every session of a user; one's own too, and then this page leads to the login. */
export default function EndSessions({ account, onClose }: { account: Account; onClose: () => void }) {
  const client = useQueryClient();
  const isSelf = useViewer().id === account.id;
  const end = async () => {
    await del(`/users/${account.id}/sessions`);
    onClose();
    if (isSelf)
      await client.invalidateQueries({ queryKey: ACCOUNTS_KEY }); // refused now, which leads to the login
    else showMessage({ text: `All sessions of ${account.name} have ended` });
  };
  return (
    <ConfirmDialog
      title={isSelf ? 'End all your sessions?' : `End all sessions of ${account.name}?`}
      confirm="End all sessions"
      keep="Keep them"
      onConfirm={end}
      onClose={onClose}
    >
      {isSelf
        ? 'You are signed out everywhere, here too, and your API tokens end.'
        : `${account.name} is signed out everywhere and may sign in again. API tokens end too, and what uses them stops working.`}
    </ConfirmDialog>
  );
}
