import { useRef } from 'react';
import type { UserAnswer } from '../../../../server/features/users/users.schemas.ts';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { ACCOUNTS_KEY, type Account, patchAccount, type Standing } from './accounts.queries.ts';

interface Change {
  account: Account;
  change: Partial<Standing>;
  isUndo?: boolean;
}

export function sendStanding({ username }: Account, change: Partial<Standing>): Promise<UserAnswer> {
  return put<UserAnswer>(`/users/${encodeURIComponent(username)}`, change);
}

/** Disables, enables, promotes or demotes somebody at once; the message offers to undo it. */
export function useStanding(): (account: Account, change: Partial<Standing>) => void {
  const again = useRef<(change: Change) => void>(undefined);
  const set = useOptimistic<Change>({
    send: ({ account, change }) => sendStanding(account, change),
    patch: (client, { account, change }) => {
      patchAccount(client, account.id, change);
      return () => patchAccount(client, account.id, inverse(change));
    },
    touches: [[...ACCOUNTS_KEY], ['people'], ['palette']],
    failed: ({ account, change }) => `${account.name} ${words(change).failed}`,
    done: ({ account, change, isUndo }) =>
      isUndo
        ? undefined
        : {
            text: `${account.name} ${words(change).done}`,
            undo: () => again.current?.({ account, change: inverse(change), isUndo: true }),
          },
  });
  again.current = set;
  return (account, change) => set({ account, change });
}

function inverse({ admin, disabled }: Partial<Standing>): Partial<Standing> {
  return { ...(admin !== undefined && { admin: !admin }), ...(disabled !== undefined && { disabled: !disabled }) };
}

function words({ admin, disabled }: Partial<Standing>): { done: string; failed: string } {
  if (disabled) return { done: 'is disabled and locked out', failed: 'was not disabled' };
  if (disabled === false) return { done: 'can sign in again', failed: 'was not enabled' };
  if (admin) return { done: 'is an admin now', failed: 'was not made an admin' };
  return { done: 'is no longer an admin', failed: 'is still an admin' };
}
