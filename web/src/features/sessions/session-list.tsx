import { Button } from '@mantine/core';
import { IconLogout, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { SessionAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { ListRow } from '../../parts/list-row.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { sayDevice } from './device.ts';
import { loginsOf, sessionListQuery } from './session-list.queries.ts';
import { useSignOut } from './sign-out.ts';

const EndSession = lazy(() => import('./end-session.tsx'));
const EndOthers = lazy(() => import('./end-others.tsx'));

/** Where one is signed in. */
export function SessionsSection() {
  const list = useQuery(sessionListQuery);
  const [dialog, setDialog] = useState<SessionAnswer | 'others'>();
  const signOut = useSignOut();
  const logins = loginsOf(list.data ?? []);
  const end = (session: SessionAnswer) => (session.current ? void signOut() : setDialog(session));
  const close = () => setDialog(undefined);
  return (
    <Section
      title="Sessions"
      lead="Where you are signed in. End what you do not know, and change your password."
      action={
        logins.length > 1 && (
          <Button variant="default" onClick={() => setDialog('others')}>
            End all others
          </Button>
        )
      }
    >
      {list.isPending && <RowSkeletons count={3} />}
      {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
      {logins.length > 0 && (
        <RowList
          label="Sessions"
          items={logins}
          keyOf={({ id }) => id}
          keys={[{ key: 'x', label: 'End the session', run: end }]}
        >
          {(session, isSelected) => <SessionRow session={session} isSelected={isSelected} end={() => end(session)} />}
        </RowList>
      )}
      <Suspense>
        {dialog === 'others' && <EndOthers sessions={list.data ?? []} onClose={close} />}
        {dialog && dialog !== 'others' && <EndSession session={dialog} onClose={close} />}
      </Suspense>
    </Section>
  );
}

function SessionRow({ session, isSelected, end }: { session: SessionAnswer; isSelected: boolean; end: () => void }) {
  const { userAgent, ip, current, createdAt, lastSeenAt } = session;
  const action = current ? { label: 'Sign out', icon: IconLogout } : { label: 'End session', icon: IconX };
  return (
    <ListRow
      isSelected={isSelected}
      title={
        <span title={userAgent ?? undefined}>
          {sayDevice(userAgent)}
          {current && <Tag>this one</Tag>}
        </span>
      }
      facts={[
        <span key="seen">
          last seen <RelativeDate iso={lastSeenAt} />
        </span>,
        ip,
        <span key="began">
          signed in <RelativeDate iso={createdAt} />
        </span>,
      ]}
      actions={[{ ...action, run: end }]}
    />
  );
}
