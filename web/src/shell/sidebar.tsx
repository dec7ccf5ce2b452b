import { Kbd } from '@mantine/core';
import { IconBook2, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useViewer } from '../features/sessions/sessions.queries.ts';
import { Avatar } from '../parts/avatar.tsx';
import { ICON } from '../theme.ts';
import { MenuOpener } from './menu-opener.tsx';
import { type PageEntry, usePages } from './pages.ts';
import styles from './sidebar.module.css';

export interface Openers {
  openPalette: () => void;
  openKeys: () => void;
}

/** The navigation at the left: pages, at the foot settings and the account. Only icons where the window is narrow. */
export function Sidebar({ openPalette, openKeys }: Openers) {
  const pages = usePages();
  const { name } = useViewer();
  return (
    <nav className={styles.sidebar} aria-label="Main">
      <Link to="/" className={styles.brand} title="Carrel">
        <IconBook2 {...ICON} className={styles.mark} />
        <span className={styles.label}>Carrel</span>
      </Link>
      <button type="button" className={styles.entry} onClick={openPalette} title="Go to or do anything (Ctrl K)">
        <IconSearch {...ICON} />
        <span className={styles.label}>Go to …</span>
        <span className={styles.count}>
          <Kbd size="xs">Ctrl K</Kbd>
        </span>
      </button>
      <ul className={styles.entries}>{pages.filter(({ foot }) => !foot).map(entry)}</ul>
      <ul className={styles.foot}>
        {pages.filter(({ foot }) => foot).map(entry)}
        <li>
          <MenuOpener className={styles.entry} label={`Account of ${name}`} openKeys={openKeys}>
            <Avatar name={name} />
            <span className={styles.label}>{name}</span>
          </MenuOpener>
        </li>
      </ul>
    </nav>
  );
}

function entry({ to, label, icon: Icon, Count, Below }: PageEntry & { to: string }) {
  return (
    <li key={to}>
      <Link to={to} className={styles.entry} title={label} activeOptions={{ exact: to === '/', includeSearch: false }}>
        <Icon {...ICON} />
        <span className={styles.label}>{label}</span>
        {Count && (
          <span className={styles.count}>
            <Count />
          </span>
        )}
      </Link>
      {Below && (
        <div className={styles.below}>
          <Suspense>
            <Below />
          </Suspense>
        </div>
      )}
    </li>
  );
}
