import type { CellState } from './cell.ts';
import styles from './matrix.module.css';

const WORDS: [CellState, string][] = [
  ['read', 'Read'],
  ['begun', 'In progress'],
  ['unread', 'Unread'],
  ['hidden', 'Hidden'],
];

/** What the marks mean. Each cell says it in words too, to who hovers or hears. */
export function MatrixLegend() {
  return (
    <ul className={styles.legend} aria-label="Marks">
      {WORDS.map(([state, word]) => (
        <li key={state}>
          <span className={styles.mark} data-state={state} aria-hidden />
          {word}
        </li>
      ))}
    </ul>
  );
}
