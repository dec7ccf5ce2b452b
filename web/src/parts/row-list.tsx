import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ROW_HEIGHT } from '../theme.ts';
import styles from './row-list.module.css';
import { RowSkeletons } from './row-skeleton.tsx';
import { type RowKey, useSelection } from './use-selection.ts';

const AHEAD = 30; // rows before the end at which the next page is fetched
const TOOLBAR_PX = 120; // what stays in sight above a list; a row reached by key must not hide under it

interface Props<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => number | string;
  children: (item: T, isSelected: boolean) => ReactNode;
  /** What single keys do to the selected row; j and k are there already. */
  keys?: RowKey<T>[];
  /** How many there are in all, when that is known. */
  total?: number;
  hasMore?: boolean;
  loadMore?: () => void;
}

/**
 * A list of any length with rows of one height: only what is near the window is in the document. The screen is drawn first
 * and its rows in a second step: both in one would keep a key or a finger waiting.
 */
export function RowList<T>(props: Props<T>) {
  const isScreenThere = useDeferredValue(true, false);
  if (isScreenThere) return <Rows {...props} />;
  return <ul className={styles.list} aria-label={props.label} style={{ height: props.items.length * ROW_HEIGHT }} />;
}

function Rows<T>({ label, items, keyOf, children, keys = [], total, hasMore = false, loadMore }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 6, // scrolling draws what comes in the same frame, so more would only make the first paint later
    scrollMargin,
    scrollPaddingStart: TOOLBAR_PX,
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const selected = useSelection(label, list, items, keys, (index) => virtualizer.scrollToIndex(index));
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), []);

  const rows = virtualizer.getVirtualItems();
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= items.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore) loadMore?.();
  }, [isNearEnd, hasMore, loadMore]);

  return (
    <>
      <ul ref={list} className={styles.list} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, key, start }) => (
          <li
            key={key}
            className={styles.item}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={total ?? (hasMore ? -1 : items.length)}
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
          >
            <Row item={items[index] as T} isSelected={index === selected} content={children} />
          </li>
        ))}
      </ul>
      {hasMore && <RowSkeletons count={3} />}
    </>
  );
}

interface RowProps {
  item: unknown;
  isSelected: boolean;
  content: (item: never, isSelected: boolean) => ReactNode;
}

/** Scrolling renders the list anew for each row that comes into the window; those that are there already stay as they are. */
const Row = memo(({ item, isSelected, content }: RowProps) => content(item as never, isSelected));
