import { useEffect, useRef, useState } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { NoteCard } from '../notes/note-card.tsx';
import type { NoteDialog } from '../notes/note-dialogs.tsx';
import styles from './passage-notes.module.css';

interface Props {
  notes: NoteAnswer[];
  chosen: ReadonlySet<number>;
  open: (dialog: NoteDialog) => void;
}

/** Notes on passages as cards, in the order of the text; one that is chosen comes into sight. */
export function PassageNotes({ notes, chosen, open }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const [talks, setTalks] = useState<ReadonlySet<number>>(new Set());
  const toggleTalk = (id: number) =>
    setTalks((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])));
  const first = notes.find(({ id }) => chosen.has(id))?.id;
  useEffect(() => {
    if (first !== undefined)
      list.current?.querySelector(`[data-note="${first}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [first]);
  return (
    <ul ref={list} className={styles.notes}>
      {notes.map((note) => (
        <li key={note.id} data-note={note.id}>
          <NoteCard
            note={note}
            isSelected={chosen.has(note.id)}
            onBlogScreen
            isWhole={whole.has(note.id)}
            showWhole={() => setWhole(new Set([...whole, note.id]))}
            isOpen={talks.has(note.id)}
            toggle={() => toggleTalk(note.id)}
            open={open}
          />
        </li>
      ))}
    </ul>
  );
}
