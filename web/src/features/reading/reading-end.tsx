import { Button } from '@mantine/core';
import { IconBookmarkPlus, IconExternalLink } from '@tabler/icons-react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { ICON } from '../../theme.ts';
import { openPage } from '../blogs/blog-link.tsx';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import styles from './reading.module.css';
import type { ReaderActions } from './use-reader-actions.ts';

/** Below the text: done with it, and what comes next. */
export function ReadingEnd({ blog, actions }: { blog: BlogAnswer; actions: ReaderActions }) {
  const { reading, next, finish } = actions;
  const addToList = useAddToList();
  return (
    <footer className={styles.end}>
      <div className={styles.endActions}>
        {reading && <Button onClick={finish}>{endLabel(reading.read, Boolean(next))}</Button>}
        {reading === null && (
          <Button leftSection={<IconBookmarkPlus {...ICON} />} onClick={() => addToList(blog)}>
            Add to my list
          </Button>
        )}
        <Button variant="default" leftSection={<IconExternalLink {...ICON} />} onClick={() => openPage(blog)}>
          Open the page
        </Button>
      </div>
      {reading && next && (
        <p className={styles.next}>
          Next: <span dir="auto">{next.blog.title}</span>
        </p>
      )}
      {reading === null && <p className={styles.next}>On your list it also remembers how far you came.</p>}
    </footer>
  );
}

function endLabel(isRead: boolean, hasNext: boolean): string {
  if (isRead) return hasNext ? 'Open the next' : 'Back to your reading list';
  return hasNext ? 'Mark as read and next' : 'Mark as read, back to the list';
}
