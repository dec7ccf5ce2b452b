import type { AuditAnswer } from '../../../../server/features/audit/audit.schemas.ts';
import styles from './audit.module.css';
import { sayAction } from './audit-actions.ts';

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** One deed a row; on a phone each is a small block. */
export function AuditTable({ events }: { events: AuditAnswer[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">To whom or what</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, time, actor, action, subject, ip, details }) => (
          <tr key={id}>
            <td className={styles.time}>
              <time dateTime={time}>{exact.format(new Date(time))}</time>
            </td>
            <td>{actor}</td>
            <td>{sayAction(action)}</td>
            <td>
              {subject}
              {details && <span className={styles.details}>{sayDetails(details)}</span>}
            </td>
            <td className={styles.time}>{ip}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayDetails(details: object): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}
