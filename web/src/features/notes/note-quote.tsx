import { Link } from '@tanstack/react-router';
import type { NoteAnswer, Quote } from '../../../../server/features/notes/notes.schemas.ts';
import { excerptOf } from './excerpt.ts';
import styles from './note-quote.module.css';

/** The passage that a note is about, as a way to where it stands in the text. */
export function NoteQuote({ note: { id, blogId }, quote: { exact } }: { note: NoteAnswer; quote: Quote }) {
  const words = excerptOf(exact) ?? exact;
  return (
    <blockquote className={styles.quote} dir="auto">
      {blogId ? (
        <Link
          to="/blogs/$id/read"
          params={{ id: blogId }}
          search={{ note: id }}
          resetScroll={false}
          title="Show it in the text"
        >
          {words}
        </Link>
      ) : (
        words
      )}
    </blockquote>
  );
}
