import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { plural } from '../../parts/plural.ts';
import styles from './my-teams.module.css';
import { teamsQuery } from './teams.queries.ts';

const MOST = 10; // more would push the pages under them out of the window

/** The teams that one belongs to, below "Teams" in the sidebar. */
export default function MyTeams() {
  const { data = [] } = useQuery(teamsQuery);
  const mine = data.filter(({ role }) => role);
  if (!mine.length) return null;
  return (
    <ul className={styles.teams} aria-label="Your teams">
      {mine.slice(0, MOST).map(({ id, name }) => (
        <li key={id}>
          <Link to="/teams/$id" params={{ id }} className={styles.team} title={name}>
            {name}
          </Link>
        </li>
      ))}
      {mine.length > MOST && (
        <li>
          <Link to="/teams" search={{ tab: 'mine' }} className={styles.team}>
            {plural(mine.length - MOST, 'more team')}
          </Link>
        </li>
      )}
    </ul>
  );
}
