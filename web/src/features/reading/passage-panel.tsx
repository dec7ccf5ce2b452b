import { CloseButton } from '@mantine/core';
import type { NoteDialog } from '../notes/note-dialogs.tsx';
import { PassageNotes } from './passage-notes.tsx';
import styles from './passage-panel.module.css';
import type { FoundNote } from './use-passages.ts';

interface Props {
  found: FoundNote[];
  chosen: ReadonlySet<number>;
  open: (dialog: NoteDialog) => void;
  close: () => void;
}

/** The notes on the passage that was chosen, over the foot of the window where there is no room beside the text. */
export function PassagePanel({ found, chosen, open, close }: Props) {
  const notes = found.filter(({ note }) => chosen.has(note.id)).map(({ note }) => note);
  return (
    <section className={styles.panel} aria-label="Notes on this passage">
      <CloseButton className={styles.close} aria-label="Close" onClick={close} />
      <PassageNotes notes={notes} chosen={NONE} open={open} />
    </section>
  );
}

const NONE: ReadonlySet<number> = new Set(); // all of them are what was chosen: none is set apart
