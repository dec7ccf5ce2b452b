import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { ICON } from '../../theme.ts';
import type { AuditSearch } from './admin.routes.ts';
import styles from './audit.module.css';
import { auditQuery, exportAddress } from './audit.queries.ts';
import { ACTIONS } from './audit-actions.ts';
import { AuditTable } from './audit-table.tsx';

const route = getRouteApi('/inside/admin/audit');

/** Who did what to whom: to look something up, or to take it along as a file. */
export function AuditSection() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(auditQuery(search));
  const events = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const change = (part: AuditSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const [begun, setBegun] = useState(0); // another number makes the fields anew, empty
  const showEverything = () => {
    void navigate({ search: {} });
    setBegun(begun + 1);
  };
  return (
    <Section
      title="Audit log"
      lead="What was done to accounts, sessions, teams and the library, and by whom. Nobody can change or remove it here."
      action={
        <Group gap="xs">
          {(['csv', 'ndjson'] as const).map((format) => (
            <Button
              key={format}
              variant="default"
              component="a"
              href={exportAddress(search, format)}
              download
              leftSection={<IconDownload {...ICON} />}
            >
              {format === 'csv' ? 'CSV' : 'NDJSON'}
            </Button>
          ))}
        </Group>
      }
    >
      <Filters key={begun} search={search} change={change} />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && !events.length && (
        <EmptyState text="Nothing in the log fits these filters.">
          <Button variant="default" onClick={showEverything}>
            Show everything
          </Button>
        </EmptyState>
      )}
      {events.length > 0 && <AuditTable events={events} />}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </Section>
  );
}

function Filters({ search, change }: { search: AuditSearch; change: (part: AuditSearch) => void }) {
  const changeSoon = useDebouncedCallback(change, 300);
  const words = [
    ['actor', 'Who'],
    ['subject', 'To whom or what'],
  ] as const;
  const days = [
    ['from', 'From'],
    ['to', 'Until'],
  ] as const;
  return (
    <div className={styles.filters}>
      <NativeSelect
        label="What"
        value={search.action ?? ''}
        data={[
          { value: '', label: 'Anything' },
          ...Object.entries(ACTIONS).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => change({ action: event.currentTarget.value || undefined })}
      />
      {words.map(([name, label]) => (
        <TextInput
          key={name}
          label={label}
          defaultValue={search[name]}
          onChange={(event) => changeSoon({ [name]: event.currentTarget.value.trim() || undefined })}
        />
      ))}
      {days.map(([name, label]) => (
        <TextInput
          key={name}
          type="date"
          label={label}
          value={search[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
        />
      ))}
    </div>
  );
}
