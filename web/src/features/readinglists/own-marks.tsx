import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './own-marks.module.css';
import type { Reading } from './readinglists.queries.ts';

/** The star of a row, before its facts. */
export function starMark({ starred }: Pick<Reading, 'starred'>) {
  return starred && <IconStarFilled className={styles.star} size={13} role="img" aria-label="Starred" />;
}

/** The tags of a row, as one of its facts; each leads to what else has it. */
export function tagMarks({ tags }: Pick<Reading, 'tags'>) {
  return (
    tags.length > 0 && (
      <span key="tags" className={styles.tags}>
        {tags.map((tag) => (
          <Link key={tag} to="/" search={{ tab: 'all', tag }} title={`All that you tagged “${tag}”`}>
            #{tag}
          </Link>
        ))}
      </span>
    )
  );
}
