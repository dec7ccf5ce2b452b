import type { RowKey } from '../../parts/use-selection.ts';
import { openPage, useRead } from '../blogs/blog-link.tsx';
import { useLike } from '../blogs/use-like.ts';
import { useShare } from '../teams/use-share.ts';
import type { Reading } from './readinglists.queries.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useRemove } from './use-remove.ts';
import { useStar } from './use-star.ts';
import { useTagging } from './use-tagging.ts';

/** What keys do to the selected row of the reading list. */
export function useReadingKeys(writeNote: (reading: Reading) => void): RowKey<Reading>[] {
  const markRead = useMarkRead();
  const read = useRead();
  const like = useLike();
  const remove = useRemove();
  const share = useShare();
  const star = useStar();
  const tag = useTagging();
  return [
    { key: 'm', label: 'Mark as read, or unread again', run: (reading) => markRead(reading, !reading.read) },
    { key: 'o', label: 'Read it here, or open its page', run: ({ blog }) => read(blog) },
    { key: 'v', label: 'Open the page', run: ({ blog }) => openPage(blog) },
    { key: 'l', label: 'Like, or take the like back', run: ({ blog }) => like(blog) },
    { key: 'f', label: 'Star, or take the star away', run: star },
    { key: 'T', label: 'Tags', run: tag },
    { key: 'n', label: 'Write a note', run: writeNote },
    { key: 't', label: 'Put on a team’s list', run: ({ blog }) => share(blog) },
    { key: 'x', label: 'Remove from my list', run: remove },
  ];
}
