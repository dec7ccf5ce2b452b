import { Link } from '@tanstack/react-router';
import styles from './team.module.css';

/** The ways from a team to what its members say. */
export function TeamTalk({ id }: { id: number }) {
  return (
    <>
      {' · '}
      <Link to="/notes" search={{ tab: 'all', team: id }} className={styles.talk}>
        Notes
      </Link>
      {' · '}
      <Link to="/teams/$id/marked" params={{ id }} className={styles.talk}>
        Marked this week
      </Link>
    </>
  );
}
