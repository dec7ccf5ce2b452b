import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { MemberAnswer, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RowList } from '../../parts/row-list.tsx';
import { Toolbar } from '../../parts/toolbar.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { MemberRow } from './member-row.tsx';
import styles from './team.module.css';
import type { TeamDialog } from './team-actions.tsx';
import { useChangeRole } from './use-change-role.ts';
import { useRemoveMember } from './use-remove-member.ts';

const Invitations = lazy(() => import('../invitations/invitations.tsx'));

const FEW = 12; // that many are seen at a glance; a search would only be in the way

interface Props {
  team: TeamPageAnswer;
  mayManage: boolean;
  open: (dialog: TeamDialog) => void;
}

const route = getRouteApi('/inside/teams/$id');

/** Who belongs to a team, the owners first. */
export function TeamMembers({ team, mayManage, open }: Props) {
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const changeRole = useChangeRole(team);
  const remove = useRemoveMember(team);
  const narrow = (text?: string) => void navigate({ search: (now) => ({ ...now, search: text }), replace: true });
  const members = team.members.filter(({ name }) => name.toLowerCase().includes(search?.toLowerCase() ?? ''));

  const removeOrLeave = (member: MemberAnswer) => (member.id === viewer.id ? open('leave') : remove(member));
  const keys = [
    { key: 'r', label: 'Make an owner, or a member again', run: changeRole },
    { key: 'x', label: 'Remove from the team', run: removeOrLeave },
  ];
  if (!team.members.length)
    return (
      <EmptyState text="Nobody belongs to this team.">
        {mayManage && <Button onClick={() => open('add')}>Add a member</Button>}
      </EmptyState>
    );
  return (
    <div className={styles.members}>
      {(team.members.length > FEW || search) && (
        <Toolbar search={{ label: 'Search members', value: search, onChange: narrow }} />
      )}
      {!members.length && (
        <EmptyState text="No member has this in the name.">
          <Button variant="default" onClick={() => narrow()}>
            Show all members
          </Button>
        </EmptyState>
      )}
      {members.length > 0 && (
        <RowList
          label="Members"
          items={members}
          keyOf={({ id }) => id}
          keys={mayManage ? keys : []}
          total={members.length}
        >
          {(member, isSelected) => (
            <MemberRow
              member={member}
              isMe={member.id === viewer.id}
              isSelected={isSelected}
              mayManage={mayManage}
              changeRole={changeRole}
              remove={removeOrLeave}
            />
          )}
        </RowList>
      )}
      <Suspense>{mayManage && <Invitations team={team} />}</Suspense>
    </div>
  );
}
