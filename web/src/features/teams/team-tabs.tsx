import { Link } from '@tanstack/react-router';
import styles from '../../parts/sectioned-page.module.css';
import type { TeamTab } from './teams.routes.ts';

const TABS: { tab: TeamTab; label: string }[] = [
  { tab: 'list', label: 'List' },
  { tab: 'matrix', label: 'Who has read what' },
  { tab: 'members', label: 'Members' },
];

/** The ways to the three sides of a team's page; each has an address of its own. */
export function TeamTabs({ id, current }: { id: number; current: TeamTab }) {
  return (
    <nav aria-label="This team">
      <ul className={styles.sections}>
        {TABS.map(({ tab, label }) => (
          <li key={tab}>
            <Link
              to="/teams/$id"
              params={{ id }}
              search={{ tab: tab === 'list' ? undefined : tab }}
              className={styles.section}
              activeProps={{ 'aria-current': undefined }}
              aria-current={tab === current ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
