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
          <th scope="col" className={styles.when}>
            When
          </th>
          <th scope="col" className={styles.who}>
            Who
          </th>
          <th scope="col" className={styles.what}>
            What
          </th>
          <th scope="col">To whom or what</th>
          <th scope="col" className={styles.from}>
            From
          </th>
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
              {subject !== actor && subject}
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
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${DETAILS[name] ?? name}: ${isTime(value) ? exact.format(new Date(value)) : value}`)
    .join(' · ');
}

const DETAILS: Record<string, string> = { maxUses: 'uses', expiresAt: 'until' };

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}
