import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import styles from './author-table.module.css';
import type { AuthorColumn, AuthorsSearch } from './authors.routes.ts';

interface Props {
  column: AuthorColumn;
  label: string;
  search: AuthorsSearch;
  sortBy: (column: AuthorColumn) => void;
}

/** The heading of a column, which sorts by it; once more, the other way round. */
export function AuthorHeading({ column, label, search: { sort = 'likes', reverse }, sortBy }: Props) {
  const isSorted = column === sort;
  const isAscending = (column === 'author') !== Boolean(reverse); // names begin with A, numbers with the largest
  const Arrow = isAscending ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      className={styles.heading}
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
        {label}
        <Arrow size={16} stroke={1.5} aria-hidden className={styles.arrow} data-sorted={isSorted || undefined} />
      </button>
    </th>
  );
}
