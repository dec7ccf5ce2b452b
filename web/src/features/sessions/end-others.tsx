import { useQueryClient } from '@tanstack/react-query';
import type { SessionAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { plural } from '../../parts/plural.ts';
import { loginsOf, SESSIONS_KEY, tokensOf } from './session-list.queries.ts';

/** Ends all sessions but this one. The server counts API tokens among them, so the question does too. */
export default function EndOthers({ sessions, onClose }: { sessions: SessionAnswer[]; onClose: () => void }) {
  const client = useQueryClient();
  const logins = loginsOf(sessions).filter(({ current }) => !current).length;
  const tokens = tokensOf(sessions).length;
  const end = async () => {
    await del('/sessions');
    await client.invalidateQueries({ queryKey: SESSIONS_KEY });
    showMessage({ text: 'All your other sessions have ended.' });
    onClose();
  };
  return (
    <ConfirmDialog
      title="End all other sessions?"
      confirm="End all others"
      keep="Keep them"
      onConfirm={end}
      onClose={onClose}
    >
      {plural(logins, 'other device')} {logins === 1 ? 'has' : 'have'} to sign in again.
      {tokens > 0 &&
        ` Your ${plural(tokens, 'API token')} ${tokens === 1 ? 'ends' : 'end'} too: what uses ${tokens === 1 ? 'it' : 'them'} stops working.`}
    </ConfirmDialog>
  );
}
