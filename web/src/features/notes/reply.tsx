import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { Markdown } from './markdown.tsx';
import type { NoteDialog } from './note-dialogs.tsx';
import { NoteHead } from './note-head.tsx';
import { NoteReactions } from './note-reactions.tsx';
import styles from './note-talk.module.css';

/** One reply: as a note, without what it has from the note above it. */
export function Reply({ reply, open }: { reply: NoteAnswer; open: (dialog: NoteDialog) => void }) {
  return (
    <article className={styles.reply}>
      <NoteHead note={reply} open={open} />
      <Markdown text={reply.content} under={2} mentions={reply.mentions} />
      <div className={styles.talk}>
        <NoteReactions note={reply} isSmall />
      </div>
    </article>
  );
}
