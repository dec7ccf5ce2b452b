import styles from './row-skeleton.module.css';

const WIDTHS = ['62%', '48%', '71%', '55%', '40%', '66%', '52%', '58%'];

/** The shape of a list before it is there. Stays invisible for 150 ms: most lists come sooner, and a flash would be noise. */
export function RowSkeletons({ count = 8 }: { count?: number }) {
  return (
    <div className={styles.rows} role="status" aria-label="Loading">
      {WIDTHS.slice(0, count).map((width) => (
        <div key={width} className={styles.row}>
          <span style={{ width }} />
          <span style={{ width: `calc(${width} / 2)` }} />
        </div>
      ))}
    </div>
  );
}
