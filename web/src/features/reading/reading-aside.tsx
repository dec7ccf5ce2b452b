import { memo } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import type { NoteDialog } from '../notes/note-dialogs.tsx';
import { PassageNotes } from './passage-notes.tsx';
import styles from './reading.module.css';
import type { FoundNote } from './use-passages.ts';

interface Props {
  found: FoundNote[];
  lost: NoteAnswer[];
  chosen: ReadonlySet<number>;
  open: (dialog: NoteDialog) => void;
}

/** All notes on passages: beside the text, or below it where there is no room. */
export const ReadingAside = memo(function ReadingAside({ found, lost, chosen, open }: Props) {
  return (
    <>
      <section aria-label="Notes on passages">
        <h2 className={styles.heading}>
          Notes on passages {found.length > 0 && <span className={styles.count}>{found.length}</span>}
        </h2>
        {found.length ? (
          <PassageNotes notes={found.map(({ note }) => note)} chosen={chosen} open={open} />
        ) : (
          <p className={styles.hint}>Select words in the text to highlight them, or to write a note on them.</p>
        )}
      </section>
      {lost.length > 0 && (
        <section aria-label="Passages not found">
          <h2 className={styles.heading}>
            Passage not found <span className={styles.count}>{lost.length}</span>
          </h2>
          <p className={styles.hint}>The text has changed since, and has these words no more.</p>
          <PassageNotes notes={lost} chosen={chosen} open={open} />
        </section>
      )}
    </>
  );
});
