import styles from './note-text.module.css';

/** What a note says, as it was typed. */
export function NoteText({ content }: { content: string }) {
  return <div className={styles.text}>{content}</div>;
}
