import { VisuallyHidden } from '@mantine/core';
import { plural } from '../../parts/plural.ts';

/** Says how many notes were found, for who cannot see the list change. */
export function NotesCount({ count, hasMore }: { count: number | undefined; hasMore: boolean }) {
  return (
    <VisuallyHidden role="status">
      {count !== undefined && `${plural(count, 'note')}${hasMore ? ' and more' : ''}`}
    </VisuallyHidden>
  );
}
