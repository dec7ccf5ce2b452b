import { IconMessage } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { plural } from '../../parts/plural.ts';
import type { NoteDialog } from './note-dialogs.tsx';
import { NoteReactions } from './note-reactions.tsx';
import styles from './note-talk.module.css';
import { NoteThread } from './note-thread.tsx';

interface Props {
  note: NoteAnswer;
  /** Whether its replies are shown. */
  isOpen: boolean;
  toggle: () => void;
  open: (dialog: NoteDialog) => void;
}

/** What others say to a note: reactions, and the replies below it. */
export function NoteTalk({ note, isOpen, toggle, open }: Props) {
  const { replyCount, deleted, visibility, reactions } = note;
  const label = replyCount ? plural(replyCount, 'reply', 'replies') : 'Reply';
  const toggleAndWrite = (event: MouseEvent<HTMLButtonElement>) => {
    const card = event.currentTarget.closest('article');
    flushSync(toggle);
    if (!isOpen && !replyCount) card?.querySelector('textarea')?.focus();
  };
  // To a note for himself nobody but its author could say anything.
  if (visibility === 'me' && !replyCount && !reactions.length) return null;
  return (
    <>
      <div className={styles.talk}>
        {!(deleted && !replyCount) && (
          <button type="button" className={styles.action} aria-expanded={isOpen} onClick={toggleAndWrite}>
            <IconMessage size={16} stroke={1.5} aria-hidden />
            {label}
          </button>
        )}
        {!deleted && <NoteReactions note={note} />}
      </div>
      {isOpen && <NoteThread note={note} open={open} />}
    </>
  );
}
