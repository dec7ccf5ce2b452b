import {
  IconArrowLeft,
  IconChevronLeft,
  IconChevronRight,
  IconCircle,
  IconCircleCheck,
  IconListTree,
  IconStar,
  IconStarFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { ICON } from '../../theme.ts';
import styles from './reading-bar.module.css';
import type { ReaderActions } from './use-reader-actions.ts';

const ReadingSettingsMenu = lazy(() => import('./reading-settings-menu.tsx'));

interface Props {
  title: string;
  /** How far one came; left out where there is no text. */
  percent?: number;
  actions: ReaderActions;
  /** Opens the table of contents, where there is one and no room to show it. */
  openContents?: () => void;
  /** Left out where there is no text to look in some way. */
  asksForPictures?: boolean;
}

/** Above the text and always in sight: back, how far, the unread ones beside, read or not, how it looks. */
export function ReadingBar({ title, percent, actions, openContents, asksForPictures }: Props) {
  const { reading, previous, next, open, toggleRead, toggleStar } = actions;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Reading">
      <Link to="/" className={styles.button} aria-label="To your reading list" title="To your reading list">
        <IconArrowLeft {...ICON} />
      </Link>
      <span className={styles.title} aria-hidden>
        {title}
      </span>
      {percent !== undefined && (
        <span className={styles.percent} title="How far you came">
          {percent} %
        </span>
      )}
      {openContents && <Button label="Contents" icon={IconListTree} run={openContents} />}
      {reading && (
        <>
          <Button
            label="Previous unread"
            hint={previous && `Previous unread: ${previous.blog.title} ( [ )`}
            icon={IconChevronLeft}
            run={previous && (() => open(previous))}
          />
          <Button
            label="Next unread"
            hint={next && `Next unread: ${next.blog.title} ( ] )`}
            icon={IconChevronRight}
            run={next && (() => open(next))}
          />
          <Button
            label={reading.starred ? 'Take the star away' : 'Star'}
            hint={`${reading.starred ? 'Take the star away' : 'Star'} (f)`}
            icon={reading.starred ? IconStarFilled : IconStar}
            isOn={reading.starred}
            run={toggleStar}
          />
          <Button
            label={reading.read ? 'Mark as unread' : 'Mark as read'}
            hint={`${reading.read ? 'Mark as unread' : 'Mark as read'} (m)`}
            icon={reading.read ? IconCircleCheck : IconCircle}
            run={toggleRead}
          />
        </>
      )}
      {asksForPictures !== undefined && (
        <Suspense fallback={<span className={styles.button} />}>
          <ReadingSettingsMenu className={styles.button} asksForPictures={asksForPictures} />
        </Suspense>
      )}
      <div className={styles.line} style={{ transform: `scaleX(${(percent ?? 0) / 100})` }} />
    </div>
  );
}

interface ButtonProps {
  label: string;
  hint?: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  isOn?: boolean;
  /** Undefined where there is nothing to do at the moment. */
  run: (() => void) | undefined;
}

function Button({ label, hint = label, icon: Icon, isOn, run }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      aria-pressed={isOn}
      title={hint}
      disabled={!run}
      onClick={run}
    >
      <Icon {...ICON} />
    </button>
  );
}
