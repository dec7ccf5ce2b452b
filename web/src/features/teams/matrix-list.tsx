import type { MatrixRow } from '../../../../server/features/teams/matrix.schemas.ts';
import type { MemberAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { BlogLink } from '../blogs/blog-link.tsx';
import { type CellState, sayState, stateOf } from './cell.ts';
import { sayCounts } from './counts.ts';
import { sayDue } from './due.ts';
import styles from './matrix.module.css';

const ORDER: CellState[] = ['read', 'begun', 'unread', 'hidden'];

interface Props {
  rows: MatrixRow[];
  members: MemberAnswer[];
}

/** The same on a phone: each blog with its numbers, and on a tap who it is. */
export function MatrixList({ rows, members }: Props) {
  return (
    <ul className={styles.list} aria-label="Who has read what">
      {rows.map((row) => (
        <li key={row.id}>
          <div className={styles.title}>
            <BlogLink blog={row.blog} />
          </div>
          <details>
            <summary className={styles.summary}>
              {sayCounts(row.counts)}
              {row.dueOn && ` · ${sayDue(row.dueOn)}`}
            </summary>
            <Members row={row} members={members} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function Members({ row, members }: { row: MatrixRow; members: MemberAnswer[] }) {
  const cells = new Map(row.cells.map((cell) => [cell.userId, cell]));
  const told = members.map((member) => {
    const cell = cells.get(member.id);
    const state = stateOf(member, cell);
    return { member, state, text: sayState(state, cell) };
  });
  told.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <ul className={styles.told}>
      {told.map(({ member, state, text }) => (
        <li key={member.id}>
          <span className={styles.mark} data-state={state} aria-hidden />
          <span>{member.name}</span>
          <span className={styles.facts}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
