import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import type { PersonListAnswer } from '../../../../server/features/people/people.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort, patchItems } from '../../parts/infinite-cache.ts';
import type { AccountSearch } from './admin.routes.ts';

/** A user as an admin sees him in the list. */
export type Account = PersonListAnswer;
export type Standing = Pick<Account, 'admin' | 'disabled'>;

export const ACCOUNTS_KEY = ['accounts'] as const;

export function accountsQuery({ add: _dialog, ...filters }: AccountSearch) {
  return infiniteQueryOptions({
    queryKey: [...ACCOUNTS_KEY, filters],
    queryFn: ({ pageParam, signal }) => getPage<Account>('/users', { ...filters }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    // The old rows stay while one searches; those of another scope would be wrong here.
    placeholderData: (previous, query) =>
      (query?.queryKey[1] as AccountSearch | undefined)?.scope === filters.scope ? previous : undefined,
  });
}

/** Whether an account that changed on the screen still belongs to the list; it stays cached, so an undo finds it in its place. */
export function showsIn(scope: AccountSearch['scope'], { admin, disabled }: Standing): boolean {
  if (scope === 'all') return true;
  return scope === undefined ? !disabled : scope === 'admin' ? admin : disabled;
}

export function patchAccount(client: QueryClient, id: number, change: Partial<Standing>): void {
  patchItems<Account>(client, ACCOUNTS_KEY, (account) => (account.id === id ? { ...account, ...change } : account));
}
