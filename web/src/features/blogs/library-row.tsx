import {
  IconBookmarkPlus,
  IconExternalLink,
  IconHeart,
  IconHeartFilled,
  IconNote,
  IconPencil,
  IconTrash,
  IconUsersPlus,
} from '@tabler/icons-react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { ListRow, type RowAction } from '../../parts/list-row.tsx';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { useShare } from '../teams/use-share.ts';
import { BlogLink, blogFacts, openPage } from './blog-link.tsx';
import { BlogSide } from './blog-side.tsx';
import type { LibraryDialog } from './library-dialog.ts';
import { useLike } from './use-like.ts';

interface Props {
  blog: BlogAnswer;
  isSelected: boolean;
  open: (dialog: LibraryDialog) => void;
}

export function LibraryRow({ blog, isSelected, open }: Props) {
  const viewer = useViewer();
  const like = useLike();
  const addToList = useAddToList();
  const share = useShare();
  const mayChange = viewer.admin || viewer.id === blog.user.id;
  const actions: RowAction[] = [
    { label: 'Add to my list', icon: IconBookmarkPlus, run: () => addToList(blog) },
    { label: 'Open the page', icon: IconExternalLink, run: () => openPage(blog) },
    {
      label: blog.liked ? 'Take your like back' : 'Like',
      icon: blog.liked ? IconHeartFilled : IconHeart,
      isOn: blog.liked,
      run: () => like(blog),
    },
    { label: 'Write a note', icon: IconNote, run: () => open({ kind: 'note', blog }) },
    { label: 'Put on a team’s list', icon: IconUsersPlus, inMenu: true, run: () => share(blog) },
    ...(mayChange
      ? [
          { label: 'Edit', icon: IconPencil, inMenu: true, run: () => open({ kind: 'edit', blog }) },
          { label: 'Delete', icon: IconTrash, inMenu: true, destroys: true, run: () => open({ kind: 'delete', blog }) },
        ]
      : []),
  ];
  return (
    <ListRow
      isSelected={isSelected}
      title={<BlogLink blog={blog} />}
      facts={blogFacts(blog)}
      side={<BlogSide blog={blog} />}
      actions={actions}
    />
  );
}
