import { IconBookmark, IconBookmarkFilled, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { NoteText } from '../../parts/note-text.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { ICON } from '../../theme.ts';
import styles from './note-item.module.css';

const LONG = { characters: 700, lines: 10 };

interface Props {
  note: NoteAnswer;
  /** Left out where one's own notes are shown. */
  mark: ((note: NoteAnswer) => void) | undefined;
}

/** A note with its date; a long one shows its beginning first. */
export function NoteItem({ note, mark }: Props) {
  const { content, important, shared, date, marked } = note;
  const [isOpen, setOpen] = useState(!isLong(content));
  const Mark = marked ? IconBookmarkFilled : IconBookmark;
  return (
    <li className={styles.note}>
      <div className={styles.text} data-cut={!isOpen || undefined}>
        <NoteText content={isOpen ? content : content.slice(0, 2 * LONG.characters)} />
      </div>
      {!isOpen && (
        <button type="button" className={styles.open} onClick={() => setOpen(true)}>
          Show the whole note
        </button>
      )}
      <div className={styles.foot}>
        {important && <span className={styles.important}>Important</span>}
        {!shared && (
          <span className={styles.fact}>
            <IconLock size={16} stroke={1.5} aria-hidden /> Only you see it
          </span>
        )}
        <RelativeDate iso={date} />
        {mark && (
          <button type="button" className={styles.mark} aria-pressed={marked} onClick={() => mark(note)}>
            <Mark {...ICON} aria-hidden /> {marked ? 'Marked' : 'Mark'}
          </button>
        )}
      </div>
    </li>
  );
}

function isLong(content: string): boolean {
  return content.length > LONG.characters || content.split('\n', LONG.lines + 1).length > LONG.lines;
}
