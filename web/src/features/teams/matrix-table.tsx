import { memo, useRef } from 'react';
import type { MatrixRow } from '../../../../server/features/teams/matrix.schemas.ts';
import type { MemberAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { BlogLink } from '../blogs/blog-link.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { sayExactly, sayState, stateOf } from './cell.ts';
import { sayCounts } from './counts.ts';
import { sayDue } from './due.ts';
import styles from './matrix.module.css';
import { useCellKeys } from './use-cell-keys.ts';

interface Props {
  rows: MatrixRow[];
  members: MemberAnswer[];
}

/** Blogs by members. The heads stay in sight; arrow keys go from cell to cell. */
export function MatrixTable({ rows, members }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const { id } = useViewer();
  useCellKeys(table);
  return (
    <section className={styles.scroll} aria-label="Who has read what">
      <table ref={table} className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              Blog
            </th>
            {members.map(({ id: memberId, name }) => (
              <th
                key={memberId}
                scope="col"
                className={styles.member}
                title={name}
                data-mine={memberId === id || undefined}
              >
                <span>{name}</span>
              </th>
            ))}
            <td className={styles.rest} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.id} row={row} members={members} viewerId={id} isFirst={index === 0} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Remembered, so that a page more does not draw thousands of cells anew. */
const Row = memo(function Row({ row, members, viewerId, isFirst }: RowProps) {
  const cells = new Map(row.cells.map((cell) => [cell.userId, cell]));
  return (
    <tr>
      <th scope="row" className={styles.blog}>
        <div className={styles.title}>
          <BlogLink blog={row.blog} />
        </div>
        <div className={styles.facts}>
          {sayCounts(row.counts)}
          {row.dueOn && (
            <>
              {' · '}
              <time dateTime={row.dueOn}>{sayDue(row.dueOn)}</time>
            </>
          )}
        </div>
      </th>
      {members.map((member, index) => {
        const cell = cells.get(member.id);
        const state = stateOf(member, cell);
        return (
          <td
            key={member.id}
            className={styles.cell}
            tabIndex={isFirst && index === 0 ? 0 : -1} // one stop for Tab; from there by arrow keys
            title={sayExactly(member.name, state, cell)}
            data-mine={member.id === viewerId || undefined}
          >
            <span className={styles.mark} data-state={state} aria-hidden />
            <span className={styles.spoken}>{sayState(state, cell)}</span>
          </td>
        );
      })}
      <td className={styles.rest} />
    </tr>
  );
});

interface RowProps {
  row: MatrixRow;
  members: MemberAnswer[];
  viewerId: number;
  isFirst: boolean;
}
