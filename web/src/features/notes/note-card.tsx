import { IconArticle, IconCornerDownRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { excerptOf } from './excerpt.ts';
import { Markdown } from './markdown.tsx';
import { NoteBlog } from './note-blog.tsx';
import styles from './note-card.module.css';
import type { NoteDialog } from './note-dialogs.tsx';
import { NoteHead } from './note-head.tsx';
import { NoteQuote } from './note-quote.tsx';
import { NoteReactions } from './note-reactions.tsx';
import talk from './note-talk.module.css';
import { NoteTalk } from './note-talk.tsx';

interface Props {
  note: NoteAnswer;
  isSelected?: boolean;
  /** On a blog's own screen its notes need not say what they hang on. */
  onBlogScreen?: boolean;
  /** Whether a long note is shown whole. */
  isWhole: boolean;
  showWhole?: () => void;
  /** Whether the replies to it are shown. */
  isOpen: boolean;
  toggle: () => void;
  open: (dialog: NoteDialog) => void;
}

/** One note, also a reply on its own: who, when, how it is kept, its text, and what others say to it. */
export function NoteCard({ note, isSelected, onBlogScreen, isWhole, showWhole, isOpen, toggle, open }: Props) {
  const { content, blogId, parentId, quote, deleted, mentions } = note;
  const excerpt = isWhole ? undefined : excerptOf(content);
  return (
    <article className={styles.card} data-selected={isSelected || undefined}>
      <NoteHead note={note} open={open} />
      {(parentId || (blogId && !onBlogScreen)) && (
        <p className={styles.blog}>
          {parentId && (
            <Link to="/notes/$id" params={{ id: parentId }} className={styles.parent}>
              <IconCornerDownRight size={16} stroke={1.5} aria-hidden /> A reply
            </Link>
          )}
          {blogId && !onBlogScreen && <IconArticle size={16} stroke={1.5} aria-hidden />}
          {blogId && !onBlogScreen && <NoteBlog id={blogId} />}
        </p>
      )}
      {deleted ? (
        <p className={styles.deleted}>This note was deleted.</p>
      ) : (
        <>
          {quote && <NoteQuote note={note} quote={quote} />}
          {content && <Markdown text={excerpt ?? content} under={onBlogScreen ? 2 : 1} mentions={mentions} />}
        </>
      )}
      {excerpt && (
        <button type="button" className={styles.more} onClick={showWhole}>
          Show all of it
        </button>
      )}
      {parentId ? (
        <div className={talk.talk}>
          <NoteReactions note={note} />
        </div>
      ) : (
        <NoteTalk note={note} isOpen={isOpen} toggle={toggle} open={open} />
      )}
    </article>
  );
}
