import { Link } from '@tanstack/react-router';
import styles from '../../parts/sectioned-page.module.css';
import type { TeamTab } from './teams.routes.ts';

const TABS: { tab: TeamTab; label: string }[] = [
  { tab: 'list', label: 'List' },
  { tab: 'matrix', label: 'Who has read what' },
  { tab: 'members', label: 'Members' },
];

/** The ways to the three sides of a team's page; each has an address of its own. */
export function TeamTabs({ id }: { id: number }) {
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
              activeOptions={{ explicitUndefined: true }} // or the list would count as open on each of them
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
