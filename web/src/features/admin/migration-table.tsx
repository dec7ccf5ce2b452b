import { Fragment } from 'react';
import type { MigrationsAnswer } from '../../../../server/features/operations/operations.schemas.ts';
import { RelativeDate } from '../../parts/relative-date.tsx';
import styles from './server.module.css';

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** The migrations, the newest first: those that wait, then those that were executed, with their time. */
export function MigrationTable({ executed, pending }: MigrationsAnswer) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Migration</th>
          <th scope="col">Executed</th>
        </tr>
      </thead>
      <tbody>
        {pending.toReversed().map((name) => (
          <tr key={name}>
            <Name name={name} />
            <td data-pending>pending</td>
          </tr>
        ))}
        {executed.toReversed().map(({ name, executedAt }) => (
          <tr key={name}>
            <Name name={name} />
            <td>
              {exact.format(new Date(executedAt))}
              <span className={styles.ago}>
                <RelativeDate iso={executedAt} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A long name may break after its underscores. */
function Name({ name }: { name: string }) {
  const parts = name.split(/(?<=_)/).map((text, index) => ({ text, index }));
  return (
    <th scope="row">
      {parts.map(({ text, index }) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {text}
        </Fragment>
      ))}
    </th>
  );
}
