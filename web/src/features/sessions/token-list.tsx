import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { SessionAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ListRow } from '../../parts/list-row.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { ICON } from '../../theme.ts';
import { sessionListQuery, tokensOf } from './session-list.queries.ts';

const EndSession = lazy(() => import('./end-session.tsx'));
const NewTokenDialog = lazy(() => import('./new-token.tsx'));

/** The API tokens: keys for programs, each ended by itself. */
export function TokensSection() {
  const list = useQuery(sessionListQuery);
  const [isMaking, setMaking] = useState(false);
  const [ended, setEnded] = useState<SessionAnswer>();
  const tokens = tokensOf(list.data ?? []);
  const make = (
    <Button leftSection={<IconPlus {...ICON} />} onClick={() => setMaking(true)}>
      New token
    </Button>
  );
  return (
    <Section
      title="API tokens"
      lead="For your scripts and other programs. Whoever has a token can do all that you can."
      action={tokens.length > 0 && make}
    >
      {list.isPending && <RowSkeletons count={2} />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {list.isSuccess && tokens.length === 0 && <EmptyState text="You have no API token.">{make}</EmptyState>}
      {tokens.length > 0 && (
        <RowList
          label="API tokens"
          items={tokens}
          keyOf={({ id }) => id}
          keys={[{ key: 'x', label: 'End the token', run: setEnded }]}
        >
          {(token, isSelected) => <TokenRow token={token} isSelected={isSelected} end={() => setEnded(token)} />}
        </RowList>
      )}
      <Suspense>
        {isMaking && <NewTokenDialog onClose={() => setMaking(false)} />}
        {ended && <EndSession session={ended} onClose={() => setEnded(undefined)} />}
      </Suspense>
    </Section>
  );
}

function TokenRow({ token, isSelected, end }: { token: SessionAnswer; isSelected: boolean; end: () => void }) {
  return (
    <ListRow
      isSelected={isSelected}
      title={<span title={token.label ?? undefined}>{token.label}</span>}
      facts={[
        <span key="seen">
          last seen <RelativeDate iso={token.lastSeenAt} />
        </span>,
        <span key="end">
          ends <RelativeDate iso={token.expiresAt} />
        </span>,
        <span key="made">
          made <RelativeDate iso={token.createdAt} />
        </span>,
      ]}
      actions={[{ label: 'End token', icon: IconX, run: end }]}
    />
  );
}
