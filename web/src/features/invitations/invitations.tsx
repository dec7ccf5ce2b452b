import { Button } from '@mantine/core';
import { IconLink, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { InvitationAnswer } from '../../../../server/features/invitations/invitations.schemas.ts';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { del } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { ListRow } from '../../parts/list-row.tsx';
import { plural } from '../../parts/plural.ts';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { Section } from '../../parts/section.tsx';
import { ICON } from '../../theme.ts';
import { invitationsQuery } from './invitations.queries.ts';

const Invite = lazy(() => import('./invite.tsx'));

/** The links that lead into a team, for who manages it. */
export default function Invitations({ team }: { team: TeamAnswer }) {
  const [isInviting, setInviting] = useState(false);
  const { data: invitations, error, refetch } = useQuery(invitationsQuery(team.id));
  const revoke = useRevoke(team.id);
  return (
    <Section
      title="Invitations"
      lead="Whoever has a link comes into the team by it, and creates an account with it where there is none yet."
      action={
        <Button variant="default" leftSection={<IconLink {...ICON} />} onClick={() => setInviting(true)}>
          Invite by a link
        </Button>
      }
    >
      {error && !invitations && <ErrorState error={error} retry={refetch} />}
      {invitations && invitations.length > 0 && (
        <RowList label="Invitations" items={invitations} keyOf={({ id }) => id} total={invitations.length}>
          {(invitation, isSelected) => <Row invitation={invitation} isSelected={isSelected} revoke={revoke} />}
        </RowList>
      )}
      <Suspense>{isInviting && <Invite team={team} onClose={() => setInviting(false)} />}</Suspense>
    </Section>
  );
}

interface RowProps {
  invitation: InvitationAnswer;
  isSelected: boolean;
  revoke: (invitation: InvitationAnswer) => void;
}

function Row({ invitation, isSelected, revoke }: RowProps) {
  const { role, state, uses, maxUses, expiresAt, createdAt, user } = invitation;
  const isOpen = state === 'open';
  return (
    <ListRow
      isSelected={isSelected}
      title={`${role === 'owner' ? 'Owner' : 'Member'}, ${SAID[state]}`}
      facts={[
        maxUses ? `used ${uses} of ${plural(maxUses, 'time')}` : `used ${plural(uses, 'time')}`,
        isOpen && expiresAt && (
          <>
            ends <RelativeDate iso={expiresAt} />
          </>
        ),
        <>
          made <RelativeDate iso={createdAt} /> by {user.name}
        </>,
      ]}
      actions={isOpen ? [{ label: 'Take back', icon: IconX, destroys: true, run: () => revoke(invitation) }] : []}
    />
  );
}

const SAID: Record<InvitationAnswer['state'], string> = {
  open: 'open',
  revoked: 'taken back',
  expired: 'expired',
  used: 'used up',
  void: 'void, since who made it may not invite any more',
};

/** Takes an invitation back at once. There is no undo: the server forgets that it was open. */
function useRevoke(teamId: number): (invitation: InvitationAnswer) => void {
  return useOptimistic<InvitationAnswer>({
    send: ({ id }) => del(`/teams/${teamId}/invitations/${id}`),
    patch: (client, { id }) => {
      const set = (state: InvitationAnswer['state']) =>
        client.setQueryData(invitationsQuery(teamId).queryKey, (all) =>
          all?.map((one) => (one.id === id ? { ...one, state } : one)),
        );
      set('revoked');
      return () => set('open');
    },
    touches: [['teams', 'invitations']],
    failed: 'The invitation was not taken back',
    done: () => ({ text: 'The invitation was taken back: its link opens nothing any more.' }),
  });
}
