import type { Segment } from '../../../../server/features/search/search.schemas.ts';
import styles from './search-row.module.css';

/** Plain text in pieces, with what was searched for marked. */
export function MarkedText({ segments }: { segments: Segment[] }) {
  let start = 0;
  return segments.map(({ text, match }) => {
    const key = start;
    start += text.length;
    return match ? (
      <mark key={key} className={styles.match}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
