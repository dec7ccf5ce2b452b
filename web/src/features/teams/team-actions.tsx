import { Button } from '@mantine/core';
import { IconDoorExit, IconDots, IconPencil, IconPlus, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import type { RowAction } from '../../parts/list-row.tsx';
import { ICON } from '../../theme.ts';
import styles from './team.module.css';
import type { TeamTab } from './teams.routes.ts';

const RowMenu = lazy(() => import('../../parts/row-menu.tsx'));

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
  const actions: RowAction[] = [
    { label: 'Rename', icon: IconPencil, inMenu: true, run: () => open('rename') },
    ...(role ? [{ label: 'Leave team', icon: IconDoorExit, inMenu: true, run: () => open('leave') }] : []),
    { label: 'Delete team', icon: IconTrash, inMenu: true, destroys: true, run: () => open('delete') },
  ];
  return (
    <div className={styles.actions}>
      <More actions={actions} />
      {add || (
        <Button leftSection={<IconUserPlus {...ICON} />} onClick={() => open('add')}>
          Add a member
        </Button>
      )}
    </div>
  );
}

function More({ actions }: { actions: RowAction[] }) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={styles.more}
      aria-label="More actions"
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <IconDots {...ICON} />
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <RowMenu actions={actions} className={styles.more ?? ''} onClose={() => setWanted(false)} />
    </Suspense>
  );
}
