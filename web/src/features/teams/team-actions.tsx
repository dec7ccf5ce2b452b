import { Button } from '@mantine/core';
import { IconDoorExit, IconDots, IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import type { RowAction } from '../../parts/list-row.tsx';
import { ICON } from '../../theme.ts';
import styles from './team.module.css';

const RowMenu = lazy(() => import('../../parts/row-menu.tsx'));

export type TeamDialog = 'add' | 'rename' | 'leave' | 'delete';

interface Props {
  team: TeamAnswer;
  mayManage: boolean;
  open: (dialog: TeamDialog) => void;
}

/** What can be done with a team: for who manages it a button and a menu, for a member the way out. */
export function TeamActions({ team: { role }, mayManage, open }: Props) {
  if (!mayManage)
    return (
      role && (
        <Button variant="default" leftSection={<IconDoorExit {...ICON} />} onClick={() => open('leave')}>
          Leave team
        </Button>
      )
    );
  const actions: RowAction[] = [
    { label: 'Rename', icon: IconPencil, inMenu: true, run: () => open('rename') },
    ...(role ? [{ label: 'Leave team', icon: IconDoorExit, inMenu: true, run: () => open('leave') }] : []),
    { label: 'Delete team', icon: IconTrash, inMenu: true, destroys: true, run: () => open('delete') },
  ];
  return (
    <div className={styles.actions}>
      <More actions={actions} />
      <Button leftSection={<IconUserPlus {...ICON} />} onClick={() => open('add')}>
        Add a member
      </Button>
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
