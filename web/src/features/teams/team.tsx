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
import { TeamList } from './team-list.tsx';
import { TeamMembers } from './team-members.tsx';
import { sayMyRole } from './team-row.tsx';
import { TeamTabs } from './team-tabs.tsx';
import { TeamTalk } from './team-talk.tsx';
import { useChangeTeamSearch } from './team-toolbar.tsx';
import { teamQuery } from './teams.queries.ts';

const AddMember = lazy(() => import('./add-member.tsx'));
const RenameTeam = lazy(() => import('./rename-team.tsx'));
const LeaveTeam = lazy(() => import('./leave-team.tsx'));
const DeleteTeam = lazy(() => import('./delete-team.tsx'));
const ShareBlog = lazy(() => import('./share-blog.tsx'));
const Matrix = lazy(() => import('./matrix.tsx'));

const route = getRouteApi('/inside/teams/$id');

/** One team: what it reads, who has read what, who belongs to it, and what its owners do with it. */
export function TeamScreen() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const change = useChangeTeamSearch();
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
  const mayRead = admin || team.role !== null;
  const tab = mayRead ? (search.tab ?? 'list') : 'members';
  const actions = (
    <TeamActions team={team} tab={tab} mayManage={mayManage} open={setDialog} addBlog={() => change({ add: true })} />
  );
  return (
    <Page title={team.name} isWide={tab === 'matrix'} action={actions}>
      <p className={styles.facts}>
        {plural(team.memberCount, 'member')} · {team.role ? sayMyRole(team.role) : 'you are not one of them'}
        {team.role && <TeamTalk id={id} />}
      </p>
      {mayRead && <TeamTabs id={id} />}
      {tab === 'list' && <TeamList team={team} mayManage={mayManage} />}
      {tab === 'members' && <TeamMembers team={team} mayManage={mayManage} open={setDialog} />}
      <Suspense fallback={tab === 'matrix' && <RowSkeletons />}>{tab === 'matrix' && <Matrix team={team} />}</Suspense>
      <Suspense>
        {search.add && mayRead && <ShareBlog team={team} onClose={() => change({ add: undefined })} />}
        {dialog === 'add' && <AddMember team={team} onClose={close} />}
        {dialog === 'rename' && <RenameTeam team={team} onClose={close} />}
        {dialog === 'leave' && <LeaveTeam team={team} onClose={close} />}
        {dialog === 'delete' && <DeleteTeam team={team} onClose={close} />}
      </Suspense>
    </Page>
  );
}
