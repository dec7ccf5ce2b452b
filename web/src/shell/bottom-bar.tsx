import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { ICON } from '../theme.ts';
import styles from './bottom-bar.module.css';
import { MenuOpener } from './menu-opener.tsx';
import { usePages } from './pages.ts';
import type { Openers } from './sidebar.tsx';

/** The navigation on a phone: the pages that matter most, the palette, and a menu with the rest. */
export function BottomBar({ openPalette, openKeys }: Openers) {
  const all = usePages();
  const pages = all.filter(({ inBar }) => inBar);
  const pathname = useLocation({ select: (location) => location.pathname });
  const isBehindMore = all.some(({ inBar, to }) => !inBar && (pathname === to || pathname.startsWith(`${to}/`)));
  return (
    <nav className={styles.bar} aria-label="Main, at the foot">
      {pages.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={styles.entry} activeOptions={{ exact: to === '/', includeSearch: false }}>
          <Icon {...ICON} />
          {label}
        </Link>
      ))}
      <button type="button" className={styles.entry} onClick={openPalette}>
        <IconSearch {...ICON} />
        Go to
      </button>
      <MenuOpener
        className={`${styles.entry} ${isBehindMore ? styles.current : ''}`}
        label="More"
        withPages
        openKeys={openKeys}
      >
        <IconDots {...ICON} />
        More
      </MenuOpener>
    </nav>
  );
}
