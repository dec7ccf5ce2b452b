import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AuthorAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { sayNumber } from '../../parts/plural.ts';
import { useSelection } from '../../parts/use-selection.ts';
import { AuthorHeading } from './author-heading.tsx';
import styles from './author-table.module.css';
import type { AuthorColumn, AuthorsSearch } from './authors.routes.ts';

const ROW_PX = 40; // --touch, which is the height of a row
const ABOVE_PX = 100; // the toolbar and the headings stay in sight
const AHEAD = 60; // rows before the end at which the next page is fetched

interface Props {
  authors: AuthorAnswer[];
  search: AuthorsSearch;
  sortBy: (column: AuthorColumn) => void;
  hasMore: boolean;
  loadMore: (() => void) | undefined;
}

/** A table of any length: only the rows near the window are in the document, two empty ones hold the place of the others. */
export function AuthorTable({ authors, search, sortBy, hasMore, loadMore }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const virtualizer = useWindowVirtualizer({
    count: authors.length,
    estimateSize: () => ROW_PX,
    overscan: 15,
    scrollMargin,
    scrollPaddingStart: ABOVE_PX,
    scrollPaddingEnd: ROW_PX,
  });
  const selected = useSelection('Authors', body, authors, [], (index) => virtualizer.scrollToIndex(index));
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(Math.round(top + window.scrollY)); // the chart above it is as high as there are authors
  });

  const rows = virtualizer.getVirtualItems();
  const above = (rows[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? scrollMargin) - scrollMargin);
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= authors.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore) loadMore?.();
  }, [isNearEnd, hasMore, loadMore]);

  const heading = { search, sortBy };
  return (
    <table className={styles.table} aria-rowcount={hasMore ? -1 : authors.length + 1} aria-label="Authors">
      <thead>
        <tr aria-rowindex={1}>
          <AuthorHeading column="author" label="Author" {...heading} />
          <AuthorHeading column="blogs" label="Blogs" {...heading} />
          <AuthorHeading column="likes" label="Likes" {...heading} />
        </tr>
      </thead>
      <tbody ref={body}>
        <tr aria-hidden style={{ height: above }} />
        {rows.map(({ index }) => {
          const { author, blogs, likes } = authors[index] as AuthorAnswer;
          return (
            <tr
              key={author}
              className={styles.row}
              data-index={index}
              data-selected={index === selected || undefined}
              aria-rowindex={index + 2}
            >
              <th scope="row" className={styles.name}>
                <Link to="/library" search={{ author }} title={`Blogs by ${author}`}>
                  {author}
                </Link>
              </th>
              <td>{sayNumber(blogs)}</td>
              <td>{sayNumber(likes)}</td>
            </tr>
          );
        })}
        <tr aria-hidden style={{ height: below }} />
      </tbody>
    </table>
  );
}
