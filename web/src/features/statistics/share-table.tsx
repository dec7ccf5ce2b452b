import type { CSSProperties } from 'react';
import { sayNumber } from '../../parts/plural.ts';
import { Section } from '../../parts/section.tsx';
import styles from './statistics.module.css';

interface Props {
  title: string;
  /** What a row is. */
  heading: string;
  rows: { key: string | number; name: string; read: number }[];
}

/** A table that is its own chart: a bar beside each number. */
export function ShareTable({ title, heading, rows }: Props) {
  const most = Math.max(1, ...rows.map(({ read }) => read));
  if (!rows.length) return null;
  return (
    <Section title={title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={styles.wide}>
              Read
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, read }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className={styles.wide}>
                <span className={styles.measure}>
                  <span className={styles.share} style={{ '--share': read / most } as CSSProperties} />
                  {sayNumber(read)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
