import type { CSSProperties } from 'react';
import type { StatisticsAnswer } from '../../../../server/features/statistics/statistics.schemas.ts';
import { plural } from '../../parts/plural.ts';
import { Section } from '../../parts/section.tsx';
import styles from './statistics.module.css';

interface Props {
  unit: 'week' | 'month';
  periods: StatisticsAnswer['periods'];
}

const FORMATS = {
  week: new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** A bar a period for what was read; the same numbers, and what was added, as a table for whoever wants to read them. */
export function PeriodChart({ unit, periods }: Props) {
  const most = Math.max(1, ...periods.map(({ read }) => read));
  const total = periods.reduce((sum, { read }) => sum + read, 0);
  const say = (from: string) => FORMATS[unit].format(new Date(from));
  const title = unit === 'week' ? 'Read by week' : 'Read by month';
  const spoken = `Bar chart: ${plural(total, 'blog')} read in ${periods.length} ${unit}s, at most ${most} in one. The numbers are in the table below.`;
  return (
    <Section title={title}>
      <div className={styles.chart}>
        <div className={styles.bars} role="img" aria-label={spoken}>
          {periods.map(({ from, read }) => (
            <span key={from} className={styles.slot} title={`${say(from)}: ${read} read`}>
              <span className={styles.bar} style={{ '--share': read / most } as CSSProperties} />
            </span>
          ))}
        </div>
        <div className={styles.ends} aria-hidden="true">
          <span>{say(periods[0]?.from ?? '')}</span>
          <span>at most {most}</span>
          <span>{say(periods.at(-1)?.from ?? '')}</span>
        </div>
      </div>
      <details className={styles.numbers}>
        <summary>The numbers as a table</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{unit === 'week' ? 'Week from' : 'Month'}</th>
              <th scope="col">Read</th>
              <th scope="col">Added</th>
            </tr>
          </thead>
          <tbody>
            {periods.toReversed().map(({ from, read, added }) => (
              <tr key={from}>
                <th scope="row">{say(from)}</th>
                <td>{read}</td>
                <td>{added}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
