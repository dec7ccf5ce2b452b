import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ActivityAnswer } from '../../../../server/features/activity/activity.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { withoutMarkup } from '../notes/excerpt.ts';
import styles from './activity.module.css';

interface Props {
  /** Who did it; null for the operator of the server. */
  who: { id: number; name: string } | null;
  /** What he did, after his name: "replied to your note on". */
  did: string;
  to?: ReactNode;
  excerpt?: string;
  time: string;
  isNew?: boolean;
}

/** One line of what happened: who, what, to which, when; below it the beginning of a note. */
export function Happening({ who, did, to, excerpt, time, isNew }: Props) {
  const name = who?.name ?? 'The operator';
  return (
    <li className={styles.item} data-new={isNew || undefined}>
      <Avatar name={name} />
      <div className={styles.text}>
        <p className={styles.line}>
          {who ? (
            <Link to="/people/$id" params={{ id: who.id }} className={styles.name}>
              {name}
            </Link>
          ) : (
            <span className={styles.name}>{name}</span>
          )}{' '}
          {did} {to}
          {isNew && <span className={styles.hidden}> (new)</span>}
        </p>
        {excerpt && <p className={styles.excerpt}>{withoutMarkup(excerpt)}</p>}
        <p className={styles.time}>
          <RelativeDate iso={time} />
        </p>
      </div>
    </li>
  );
}

export function BlogName({ blog }: { blog: ActivityAnswer['blog'] }) {
  if (!blog) return null;
  return (
    <Link to="/blogs/$id" params={{ id: blog.id }}>
      {blog.title}
    </Link>
  );
}

export function TeamName({ team }: { team: { id: number; name: string } | null }) {
  if (!team) return null;
  return (
    <Link to="/teams/$id" params={{ id: team.id }}>
      {team.name}
    </Link>
  );
}
