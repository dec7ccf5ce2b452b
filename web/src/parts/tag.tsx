import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A word beside a title that sets one row apart: "this one", "admin". */
export function Tag({ children, isWarning }: { children: ReactNode; isWarning?: boolean }) {
  return (
    <span className={styles.tag} data-warning={isWarning || undefined}>
      {children}
    </span>
  );
}
