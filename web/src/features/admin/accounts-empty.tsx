import { Button } from '@mantine/core';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { AccountSearch } from './admin.routes.ts';

interface Props {
  search: AccountSearch;
  change: (part: AccountSearch) => void;
}

export function AccountsEmpty({ search: { name, scope }, change }: Props) {
  const isDisabled = scope === 'disabled' && !name;
  return (
    <EmptyState text={isDisabled ? 'Nobody is disabled.' : 'Nobody fits what you search for.'}>
      <Button variant="default" onClick={() => change({ name: undefined, scope: 'all' })}>
        Show all users
      </Button>
    </EmptyState>
  );
}
