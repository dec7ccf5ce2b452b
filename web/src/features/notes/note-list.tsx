import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { type RowKey, useSelection } from '../../parts/use-selection.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { NoteCard } from './note-card.tsx';
import type { NoteDialog } from './note-dialogs.tsx';
import styles from './note-list.module.css';
import { useMarkNote } from './use-mark-note.ts';

const GUESS_PX = 140; // the height of a note before it was measured
const AHEAD = 10; // notes before the end at which the next page is fetched
const TOOLBAR_PX = 120;

interface Props {
  label: string;
  notes: NoteAnswer[];
  onBlogScreen?: boolean;
  keys?: RowKey<NoteAnswer>[];
  hasMore: boolean;
  loadMore?: () => void;
  open: (dialog: NoteDialog) => void;
}

/** Notes of any number and height: only what is near the window is in the document. */
export function NoteList({ label, notes, onBlogScreen, keys = [], hasMore, loadMore, open }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const [talking, setTalking] = useState<ReadonlySet<number>>(new Set());
  const toggleReplies = (id: number) =>
    setTalking((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const reply = ({ id, parentId }: NoteAnswer) => {
    if (parentId !== null) return;
    flushSync(() => setTalking((now) => new Set([...now, id])));
    list.current?.querySelector<HTMLElement>('[data-selected] textarea')?.focus();
  };
  const virtualizer = useWindowVirtualizer({
    count: notes.length,
    estimateSize: () => GUESS_PX,
    getItemKey: (index) => notes[index]?.id ?? index,
    overscan: 5,
    scrollMargin,
    scrollPaddingStart: TOOLBAR_PX,
    scrollPaddingEnd: GUESS_PX,
  });
  const noteKeys = useNoteKeys(open, reply);
  const selected = useSelection(label, list, notes, [...noteKeys, ...keys], (index) =>
    virtualizer.scrollToIndex(index),
  );
  useLayoutEffect(
    () => setScrollMargin(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY)),
    [],
  );

  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= notes.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore) loadMore?.();
  }, [isNearEnd, hasMore, loadMore]);

  return (
    <>
      <ul ref={list} className={styles.list} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const note = notes[index] as NoteAnswer;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              className={styles.item}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : notes.length}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              <NoteCard
                note={note}
                isSelected={index === selected}
                onBlogScreen={onBlogScreen}
                isWhole={whole.has(note.id)}
                showWhole={() => setWhole(new Set([...whole, note.id]))}
                isOpen={talking.has(note.id)}
                toggle={() => toggleReplies(note.id)}
                open={open}
              />
            </li>
          );
        })}
      </ul>
      {hasMore && <RowSkeletons count={3} />}
    </>
  );
}

/** What keys do to the selected note. `m` stays what it is everywhere: it marks blogs as read. */
function useNoteKeys(open: (dialog: NoteDialog) => void, reply: (note: NoteAnswer) => void): RowKey<NoteAnswer>[] {
  const { id } = useViewer();
  const mark = useMarkNote();
  const ifMine = (kind: 'edit' | 'delete') => (note: NoteAnswer) => {
    if (note.user.id === id && !note.deleted) open({ kind, note });
  };
  return [
    {
      key: 's',
      label: 'Mark the note, or take the mark back',
      run: (note) => !note.deleted && (note.user.id !== id || note.marked) && mark(note),
    },
    { key: 'r', label: 'Show the replies, and reply', run: reply },
    { key: 'e', label: 'Edit a note of yours', run: ifMine('edit') },
    { key: 'x', label: 'Delete a note of yours', run: ifMine('delete') },
  ];
}
