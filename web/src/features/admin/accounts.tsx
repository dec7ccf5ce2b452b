import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { ICON } from '../../theme.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import type { AccountDialog } from './account-dialog.ts';
import { AccountRow } from './account-row.tsx';
import { type Account, accountsQuery, type Standing, showsIn } from './accounts.queries.ts';
import { AccountsEmpty } from './accounts-empty.tsx';
import type { AccountSearch } from './admin.routes.ts';
import { useStanding } from './use-standing.ts';

const CreateAccount = lazy(() => import('./create-account.tsx'));
const NewPassword = lazy(() => import('./new-password.tsx'));
const EndSessions = lazy(() => import('./end-sessions.tsx'));
const OwnStanding = lazy(() => import('./own-standing.tsx'));

const SCOPES: { value: NonNullable<AccountSearch['scope']> | 'active'; label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'admin', label: 'Admins' },
  { value: 'disabled', label: 'Disabled' },
  { value: 'all', label: 'All' },
];

const route = getRouteApi('/inside/admin/');

/** Who has an account, and what an admin may do about it. */
export function AccountsSection() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const [dialog, setDialog] = useState<AccountDialog>();
  const setStanding = useStanding();
  const list = useInfiniteQuery(accountsQuery(search));
  const accounts = list.data?.pages.flatMap(({ items }) => items).filter((one) => showsIn(search.scope, one)) ?? [];

  const change = (part: AccountSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: 'name' in part });
  const close = () => setDialog(undefined);
  // What locks oneself out cannot be undone by oneself, so it asks.
  const set = (account: Account, standing: Partial<Standing>) => {
    if (account.id !== viewer.id) return setStanding(account, standing);
    setDialog({ kind: standing.disabled ? 'disable-self' : 'demote-self', account });
  };

  return (
    <Section
      title="Users"
      action={
        <Button leftSection={<IconUserPlus {...ICON} />} onClick={() => change({ add: true })}>
          Create an account
        </Button>
      }
    >
      <Toolbar
        tabs={{
          label: 'Which users',
          items: SCOPES,
          value: search.scope ?? 'active',
          onChange: (value) => change({ scope: value === 'active' ? undefined : value }),
        }}
        search={{ label: 'Search by name', value: search.name, onChange: (name) => change({ name }) }}
      />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !accounts.length && !list.hasNextPage && <AccountsEmpty search={search} change={change} />}
      {(accounts.length > 0 || list.hasNextPage) && (
        <RowList
          label="Users"
          items={accounts}
          keyOf={({ id }) => id}
          keys={[{ key: 'd', label: 'Disable, or enable again', run: (one) => set(one, { disabled: !one.disabled }) }]}
          hasMore={list.hasNextPage}
          loadMore={list.isFetching ? undefined : list.fetchNextPage}
        >
          {(account, isSelected) => <AccountRow account={account} isSelected={isSelected} set={set} open={setDialog} />}
        </RowList>
      )}
      <Suspense>
        {search.add && <CreateAccount onClose={() => change({ add: undefined })} />}
        {dialog?.kind === 'password' && <NewPassword account={dialog.account} onClose={close} />}
        {dialog?.kind === 'sessions' && <EndSessions account={dialog.account} onClose={close} />}
        {dialog?.kind === 'disable-self' && (
          <OwnStanding account={dialog.account} change={{ disabled: true }} onClose={close} />
        )}
        {dialog?.kind === 'demote-self' && (
          <OwnStanding account={dialog.account} change={{ admin: false }} onClose={close} />
        )}
      </Suspense>
    </Section>
  );
}
