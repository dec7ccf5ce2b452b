import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ICON } from '../theme.ts';
import type { RowAction } from './list-row.tsx';
import styles from './more-actions.module.css';

const RowMenu = lazy(() => import('./row-menu.tsx'));

/** The button beside others for what is done seldom; its menu is fetched when it is opened first. */
export function MoreActions({ actions }: { actions: Omit<RowAction, 'inMenu'>[] }) {
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
      <RowMenu
        actions={actions.map((action) => ({ ...action, inMenu: true }))}
        className={styles.more ?? ''}
        onClose={() => setWanted(false)}
      />
    </Suspense>
  );
}
