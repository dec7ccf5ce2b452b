import {
  IconBookmarkPlus,
  IconCalendarDue,
  IconCircle,
  IconCircleCheck,
  IconExternalLink,
  IconX,
} from '@tabler/icons-react';
import type { TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { ListRow, type RowAction } from '../../parts/list-row.tsx';
import { BlogLink, openPage, siteOf } from '../blogs/blog-link.tsx';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { sayCounts } from './counts.ts';
import { sayDue } from './due.ts';
import type { TeamReading } from './team-readings.queries.ts';
import { useTakeOff } from './use-take-off.ts';

interface Props {
  team: TeamPageAnswer;
  reading: TeamReading;
  isSelected: boolean;
  mayManage: boolean;
  mark: (reading: TeamReading) => void;
  change: (reading: TeamReading) => void;
}

export function TeamReadingRow({ team, reading, isSelected, mayManage, mark, change }: Props) {
  const { blog, dueOn, word, user, counts, reading: mine } = reading;
  const viewer = useViewer();
  const addToList = useAddToList();
  const takeOff = useTakeOff(team);
  const mayChange = mayManage || user?.id === viewer.id;
  const own: RowAction = mine
    ? {
        label: mine.read ? 'Mark as unread' : 'Mark as read',
        icon: mine.read ? IconCircleCheck : IconCircle,
        run: () => mark(reading),
      }
    : { label: 'Add to my list', icon: IconBookmarkPlus, run: () => addToList(blog) };
  const actions: RowAction[] = [
    own,
    { label: 'Open the page', icon: IconExternalLink, run: () => openPage(blog) },
    ...(mayChange
      ? [
          { label: 'Change day and word', icon: IconCalendarDue, run: () => change(reading) },
          { label: 'Take off the team’s list', icon: IconX, destroys: true, run: () => takeOff(reading) },
        ]
      : []),
  ];
  return (
    <ListRow
      isSelected={isSelected}
      isUnread={mine ? !mine.read : false}
      title={<BlogLink blog={blog} />}
      facts={[
        dueOn && <time dateTime={dueOn}>{sayDue(dueOn)}</time>,
        word && `“${word}”`,
        blog.author,
        siteOf(blog.url),
        user && `added by ${user.name}`,
      ]}
      side={<span>{sayCounts(counts)}</span>}
      actions={actions}
    />
  );
}
