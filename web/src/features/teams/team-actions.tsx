import { Button } from '@mantine/core';
import { IconDoorExit, IconPencil, IconPlus, IconTrash, IconUserPlus } from '@tabler/icons-react';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { MoreActions } from '../../parts/more-actions.tsx';
import { ICON } from '../../theme.ts';
import styles from './team.module.css';
import type { TeamTab } from './teams.routes.ts';

export type TeamDialog = 'add' | 'rename' | 'leave' | 'delete';

interface Props {
  team: TeamAnswer;
  tab: TeamTab;
  mayManage: boolean;
  open: (dialog: TeamDialog) => void;
  addBlog: () => void;
}

/** What can be done with a team: what its tab is about, for who manages it a menu, for a member the way out. */
export function TeamActions({ team: { role }, tab, mayManage, open, addBlog }: Props) {
  const add = tab !== 'members' && (
    <Button leftSection={<IconPlus {...ICON} />} onClick={addBlog}>
      Add a blog
    </Button>
  );
  if (!mayManage)
    return (
      add ||
      (role && (
        <Button variant="default" leftSection={<IconDoorExit {...ICON} />} onClick={() => open('leave')}>
          Leave team
        </Button>
      ))
    );
  const actions = [
    { label: 'Rename', icon: IconPencil, run: () => open('rename') },
    ...(role ? [{ label: 'Leave team', icon: IconDoorExit, run: () => open('leave') }] : []),
    { label: 'Delete team', icon: IconTrash, destroys: true, run: () => open('delete') },
  ];
  return (
    <div className={styles.actions}>
      <MoreActions actions={actions} />
      {add || (
        <Button leftSection={<IconUserPlus {...ICON} />} onClick={() => open('add')}>
          Add a member
        </Button>
      )}
    </div>
  );
}
