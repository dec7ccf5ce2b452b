import {
  IconCircle,
  IconCircleCheck,
  IconExternalLink,
  IconHeart,
  IconHeartFilled,
  IconNote,
  IconStar,
  IconStarFilled,
  IconTag,
  IconUsersPlus,
  IconX,
} from '@tabler/icons-react';
import { ListRow, type RowAction } from '../../parts/list-row.tsx';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { BlogLink, blogFacts, openPage } from '../blogs/blog-link.tsx';
import { BlogSide } from '../blogs/blog-side.tsx';
import { useLike } from '../blogs/use-like.ts';
import { teamMarks } from '../teams/team-marks.tsx';
import { useShare } from '../teams/use-share.ts';
import { starMark, tagMarks } from './own-marks.tsx';
import type { Reading } from './readinglists.queries.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useRemove } from './use-remove.ts';
import { useStar } from './use-star.ts';
import { useTagging } from './use-tagging.ts';

interface Props {
  reading: Reading;
  isSelected: boolean;
  writeNote: (reading: Reading) => void;
}

export function ReadingRow({ reading, isSelected, writeNote }: Props) {
  const { blog, read, progress, createdAt, starred, teams } = reading;
  const percent = read ? 0 : Math.round(progress * 100);
  const markRead = useMarkRead();
  const like = useLike();
  const remove = useRemove();
  const share = useShare();
  const star = useStar();
  const tag = useTagging();
  const actions: RowAction[] = [
    {
      label: read ? 'Mark as unread' : 'Mark as read',
      icon: read ? IconCircleCheck : IconCircle,
      run: () => markRead(reading, !read),
    },
    { label: 'Open the page', icon: IconExternalLink, run: () => openPage(blog) },
    {
      label: blog.liked ? 'Take your like back' : 'Like',
      icon: blog.liked ? IconHeartFilled : IconHeart,
      isOn: blog.liked,
      run: () => like(blog),
    },
    {
      label: starred ? 'Take the star away' : 'Star',
      icon: starred ? IconStarFilled : IconStar,
      isOn: starred,
      run: () => star(reading),
    },
    { label: 'Write a note', icon: IconNote, run: () => writeNote(reading) },
    { label: 'Remove from my list', icon: IconX, run: () => remove(reading) },
    { label: 'Tags', icon: IconTag, inMenu: true, run: () => tag(reading) },
    { label: 'Put on a team’s list', icon: IconUsersPlus, inMenu: true, run: () => share(blog) },
  ];
  return (
    <ListRow
      isSelected={isSelected}
      isUnread={!read}
      title={<BlogLink blog={blog} />}
      progress={percent / 100}
      mark={starMark(reading)}
      facts={[
        ...teamMarks(teams),
        ...blogFacts(blog),
        percent > 0 && `${percent} % read`,
        tagMarks(reading),
        <RelativeDate key="added" iso={createdAt} />,
      ]}
      side={<BlogSide blog={blog} />}
      actions={actions}
    />
  );
}
