import { useQueryClient } from '@tanstack/react-query';
import type { SessionAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { ApiError, del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { sayDevice } from './device.ts';
import { sessionListQuery } from './session-list.queries.ts';

/** Ends one of one's own sessions, a login or an API token. */
export default function EndSession({ session, onClose }: { session: SessionAnswer; onClose: () => void }) {
  const client = useQueryClient();
  const { id, kind, label, userAgent } = session;
  const [what, name] = kind === 'token' ? ['token', `“${label}”`] : ['session', sayDevice(userAgent)];
  const end = async () => {
    await del(`/sessions/${id}`).catch((error: unknown) => {
      // 404: somebody ended it already, which is what was wanted.
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    });
    client.setQueryData(sessionListQuery.queryKey, (list) => list?.filter((other) => other.id !== id));
    showMessage({ text: `Ended the ${what}: ${name}` });
    onClose();
  };
  return (
    <ConfirmDialog
      title={kind === 'token' ? `End the token ${name}?` : `End the session of ${name}?`}
      confirm={`End ${what}`}
      onConfirm={end}
      onClose={onClose}
    >
      {kind === 'token'
        ? 'Whatever uses it is refused from the next request on. This cannot be undone; a new token is another one.'
        : 'It is signed out at its next request, and has to sign in again with your password.'}
    </ConfirmDialog>
  );
}
