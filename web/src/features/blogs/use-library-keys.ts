import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import type { RowKey } from '../../parts/use-selection.ts';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import { useShare } from '../teams/use-share.ts';
import { openPage, useRead } from './blog-link.tsx';
import type { LibraryDialog } from './library-dialog.ts';
import { useLike } from './use-like.ts';

/** What keys do to the selected blog of the library. */
export function useLibraryKeys(open: (dialog: LibraryDialog) => void): RowKey<BlogAnswer>[] {
  const read = useRead();
  const like = useLike();
  const addToList = useAddToList();
  const share = useShare();
  return [
    { key: 'o', label: 'Read it here, or open its page', run: read },
    { key: 'v', label: 'Open the page', run: openPage },
    { key: 'l', label: 'Like, or take the like back', run: like },
    { key: 'a', label: 'Add to my list', run: addToList },
    { key: 't', label: 'Put on a team’s list', run: share },
    { key: 'n', label: 'Write a note', run: (blog) => open({ kind: 'note', blog }) },
  ];
}
