import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiError, del, errorSentence } from '../../api.ts';
import { showMessage } from '../../parts/messages.ts';
import { statusQuery } from './sessions.queries.ts';

/** Ends this session on the server and forgets everything that was read with it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await del('/logout');
    } catch (error) {
      // 401: it was over already, which is what was wanted.
      if (!(error instanceof ApiError && error.status === 401))
        return showMessage({ text: `You are still signed in. ${errorSentence(error)}`, isError: true });
    }
    client.setQueryData(statusQuery.queryKey, (status) => status && { ...status, user: null });
    await navigate({ to: '/login', replace: true });
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== statusQuery.queryKey[0] });
  };
}
