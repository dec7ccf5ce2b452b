import {
  IconArticle,
  IconBookmark,
  IconBookmarkFilled,
  IconFlagFilled,
  IconLock,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { excerptOf } from './excerpt.ts';
import { Markdown } from './markdown.tsx';
import { NoteAction } from './note-action.tsx';
import { NoteBlog } from './note-blog.tsx';
import styles from './note-card.module.css';
import type { NoteDialog } from './note-dialogs.tsx';
import { useMarkNote } from './use-mark-note.ts';

interface Props {
  note: NoteAnswer;
  isSelected: boolean;
  /** On a blog's own screen its notes need not say what they hang on. */
  onBlogScreen?: boolean;
  /** Whether a long note is shown whole. */
  isWhole: boolean;
  showWhole: () => void;
  open: (dialog: NoteDialog) => void;
}

/** One note: who, when, how it is kept, its text, and what may be done with it. */
export function NoteCard({ note, isSelected, onBlogScreen, isWhole, showWhole, open }: Props) {
  const viewer = useViewer();
  const mark = useMarkNote();
  const { user, content, important, shared, marked, blogId } = note;
  const isMine = user.id === viewer.id;
  const excerpt = isWhole ? undefined : excerptOf(content);
  return (
    <article className={styles.card} data-selected={isSelected || undefined}>
      <header className={styles.head}>
        <span aria-hidden>
          <Avatar name={user.name} />
        </span>
        <div className={styles.facts}>
          <Link to="/notes" search={isMine ? {} : { tab: 'all', user: user.id }} className={styles.author}>
            {isMine ? 'You' : user.name}
          </Link>
          <RelativeDate iso={note.date} />
          {important && (
            <span className={styles.important}>
              <IconFlagFilled size={14} aria-hidden /> Important
            </span>
          )}
          {!shared && (
            <span className={styles.flag}>
              <IconLock size={14} stroke={1.5} aria-hidden /> Only you
            </span>
          )}
        </div>
        <div className={styles.actions}>
          {(!isMine || marked) && (
            <NoteAction
              label="Mark"
              hint={marked ? 'Take your mark back' : 'Mark'}
              icon={marked ? IconBookmarkFilled : IconBookmark}
              isOn={marked}
              run={() => mark(note)}
            />
          )}
          {isMine && <NoteAction label="Edit" icon={IconPencil} run={() => open({ kind: 'edit', note })} />}
          {isMine && <NoteAction label="Delete" icon={IconTrash} run={() => open({ kind: 'delete', note })} />}
        </div>
      </header>
      {blogId && !onBlogScreen && (
        <p className={styles.blog}>
          <IconArticle size={16} stroke={1.5} aria-hidden />
          <NoteBlog id={blogId} />
        </p>
      )}
      <Markdown text={excerpt ?? content} under={onBlogScreen ? 2 : 1} />
      {excerpt && (
        <button type="button" className={styles.more} onClick={showWhole}>
          Show all of it
        </button>
      )}
    </article>
  );
}
