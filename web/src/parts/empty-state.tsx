import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Why there is nothing here, in one sentence, and one button that leads on. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={styles.state}>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}
