import {
  IconBookmark,
  IconBookmarkFilled,
  IconFlagFilled,
  IconLock,
  IconPencil,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { NoteAction } from './note-action.tsx';
import styles from './note-card.module.css';
import type { NoteDialog } from './note-dialogs.tsx';
import { useMarkNote } from './use-mark-note.ts';

/** Above a note or a reply: who, when, how it is kept, and what may be done with it. */
export function NoteHead({ note, open }: { note: NoteAnswer; open: (dialog: NoteDialog) => void }) {
  const viewer = useViewer();
  const { id, user, important, date, parentId, deleted } = note;
  const isMine = user.id === viewer.id;
  return (
    <header className={styles.head}>
      <span aria-hidden>
        <Avatar name={user.name} />
      </span>
      <div className={styles.facts}>
        <Link to="/notes" search={isMine ? {} : { tab: 'all', user: user.id }} className={styles.author}>
          {isMine ? 'You' : user.name}
        </Link>
        <Link to="/notes/$id" params={{ id: parentId ?? id }} className={styles.date}>
          <RelativeDate iso={date} />
        </Link>
        {important && (
          <span className={styles.important}>
            <IconFlagFilled size={14} aria-hidden /> Important
          </span>
        )}
        {parentId === null && <Audience note={note} />}
      </div>
      {!deleted && <Actions note={note} isMine={isMine} open={open} />}
    </header>
  );
}

/** For whom a note is, where it is not for everybody. */
function Audience({ note: { visibility, team } }: { note: NoteAnswer }) {
  if (visibility === 'everyone') return null;
  const Icon = team ? IconUsersGroup : IconLock;
  return (
    <span className={styles.flag}>
      <Icon size={14} stroke={1.5} aria-hidden /> {team ? team.name : 'Only you'}
    </span>
  );
}

interface ActionsProps {
  note: NoteAnswer;
  isMine: boolean;
  open: (dialog: NoteDialog) => void;
}

function Actions({ note, isMine, open }: ActionsProps) {
  const mark = useMarkNote();
  const { marked } = note;
  return (
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
  );
}
