import { useQueryClient } from '@tanstack/react-query';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { patchViewer } from '../sessions/patch-viewer.ts';
import { ACCOUNTS_KEY, type Account, type Standing } from './accounts.queries.ts';
import { sendStanding } from './use-standing.ts';

interface Props {
  account: Account;
  change: Partial<Standing>;
  onClose: () => void;
}

/** Asks before an admin disables or demotes himself, which only another admin can take back. */
export default function OwnStanding({ account, change, onClose }: Props) {
  const client = useQueryClient();
  const run = async () => {
    const { admin } = await sendStanding(account, change);
    patchViewer(client, { admin });
    onClose();
    await client.invalidateQueries({ queryKey: ACCOUNTS_KEY }); // disabled: this is refused, and leads to the login
  };
  return change.disabled ? (
    <ConfirmDialog
      title="Disable your own account?"
      confirm="Disable my account"
      keep="Cancel"
      onConfirm={run}
      onClose={onClose}
    >
      You are out at once, here and everywhere else. Only another admin can let you in again.
    </ConfirmDialog>
  ) : (
    <ConfirmDialog
      title="Give up being an admin?"
      confirm="Give it up"
      keep="Stay admin"
      onConfirm={run}
      onClose={onClose}
    >
      This page closes to you at once. Only another admin can make you one again.
    </ConfirmDialog>
  );
}
