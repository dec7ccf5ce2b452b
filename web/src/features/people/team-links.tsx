import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { TeamRef } from '../../../../server/features/teams/teams.schemas.ts';
import styles from './person.module.css';

/** Teams by name, each a link: "toska, Readers". */
export function TeamLinks({ teams }: { teams: TeamRef[] }) {
  return teams.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <Link to="/teams/$id" params={{ id }} className={styles.team}>
        {name}
      </Link>
    </Fragment>
  ));
}
