import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ApiError } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { plural } from '../../parts/plural.ts';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import styles from './team.module.css';
import { TeamActions, type TeamDialog } from './team-actions.tsx';
import { TeamMembers } from './team-members.tsx';
import { sayMyRole } from './team-row.tsx';
import { TeamTalk } from './team-talk.tsx';
import { teamQuery } from './teams.queries.ts';

const AddMember = lazy(() => import('./add-member.tsx'));
const RenameTeam = lazy(() => import('./rename-team.tsx'));
const LeaveTeam = lazy(() => import('./leave-team.tsx'));
const DeleteTeam = lazy(() => import('./delete-team.tsx'));

const route = getRouteApi('/inside/teams/$id');

/** One team: who belongs to it, and what its owners do with it. */
export function TeamScreen() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { admin } = useViewer();
  const { data: team, error, isPending, refetch } = useQuery(teamQuery(id));
  const [dialog, setDialog] = useState<TeamDialog>();
  const close = () => setDialog(undefined);

  if (!team) {
    const isMissing = error instanceof ApiError && (error.status === 404 || error.status === 400);
    return (
      <Page title="Team">
        {isPending && <RowSkeletons />}
        {isMissing && (
          <EmptyState text="There is no team at this address; it may have been deleted.">
            <Button onClick={() => navigate({ to: '/teams' })}>Show all teams</Button>
          </EmptyState>
        )}
        {error && !isMissing && <ErrorState error={error} retry={refetch} />}
      </Page>
    );
  }

  const mayManage = admin || team.role === 'owner';
  return (
    <Page title={team.name} action={<TeamActions team={team} mayManage={mayManage} open={setDialog} />}>
      <p className={styles.facts}>
        {plural(team.memberCount, 'member')} · {team.role ? sayMyRole(team.role) : 'you are not one of them'}
        {team.role && <TeamTalk id={id} />}
      </p>
      <TeamMembers team={team} mayManage={mayManage} open={setDialog} />
      <Suspense>
        {dialog === 'add' && <AddMember team={team} onClose={close} />}
        {dialog === 'rename' && <RenameTeam team={team} onClose={close} />}
        {dialog === 'leave' && <LeaveTeam team={team} onClose={close} />}
        {dialog === 'delete' && <DeleteTeam team={team} onClose={close} />}
      </Suspense>
    </Page>
  );
}
