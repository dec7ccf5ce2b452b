import { ActionIcon, Button } from '@mantine/core';
import {
  IconBook,
  IconBookmarkPlus,
  IconCircle,
  IconCircleCheck,
  IconExternalLink,
  IconHeart,
  IconHeartFilled,
  IconPencil,
  IconStar,
  IconStarFilled,
  IconTag,
  IconTrash,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { useKeys } from '../../keys.ts';
import { MoreActions } from '../../parts/more-actions.tsx';
import { sayNumber } from '../../parts/plural.ts';
import { ICON } from '../../theme.ts';
import type { Reading } from '../readinglists/readinglists.queries.ts';
import { useAddToList } from '../readinglists/use-add-to-list.ts';
import { useMarkRead } from '../readinglists/use-mark-read.ts';
import { useStar } from '../readinglists/use-star.ts';
import { useTagging } from '../readinglists/use-tagging.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { useShare } from '../teams/use-share.ts';
import styles from './blog.module.css';
import { hasText, openPage, useRead } from './blog-link.tsx';
import { useLike } from './use-like.ts';

const BlogDialog = lazy(() => import('./blog-dialog.tsx'));
const DeleteBlog = lazy(() => import('./delete-blog.tsx'));

interface Props {
  blog: BlogAnswer;
  /** The row of one's reading list that holds it; null when none does, undefined while that is not known. */
  reading: Reading | null | undefined;
}

/** The buttons and keys of a blog's screen. */
export function BlogActions({ blog, reading }: Props) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const read = useRead();
  const like = useLike();
  const markRead = useMarkRead();
  const addToList = useAddToList();
  const share = useShare();
  const star = useStar();
  const tag = useTagging();
  const mayChange = viewer.admin || viewer.id === blog.user.id;
  const toggleRead = () => reading && markRead(reading, !reading.read);
  const toggleStar = () => reading && star(reading);
  const changeTags = () => reading && tag(reading);
  const add = () => reading === null && void addToList(blog);
  useKeys('Blog', [
    { key: 'o', label: 'Read it here, or open its page', run: () => read(blog) },
    { key: 'v', label: 'Open the page', run: () => openPage(blog) },
    { key: 'm', label: 'Mark as read, or unread again', run: toggleRead },
    { key: 'l', label: 'Like, or take the like back', run: () => like(blog) },
    { key: 'f', label: 'Star, or take the star away', run: toggleStar },
    { key: 'T', label: 'Tags', run: changeTags },
    { key: 'a', label: 'Add to my list', run: add },
    { key: 't', label: 'Put on a team’s list', run: () => share(blog) },
  ]);
  const page = { component: 'a', href: blog.url, target: '_blank', rel: 'noopener noreferrer' } as const;
  const toTeam = { label: 'Put on a team’s list', icon: IconUsersPlus, run: () => share(blog) };
  return (
    <div className={styles.actions}>
      {hasText(blog) ? (
        <Button leftSection={<IconBook {...ICON} />} onClick={() => read(blog)}>
          Read
        </Button>
      ) : (
        <Button {...page} className={styles.open} leftSection={<IconExternalLink {...ICON} />}>
          Open the page
        </Button>
      )}
      {reading ? (
        <Button
          variant="default"
          className={styles.toList}
          leftSection={reading.read ? <IconCircleCheck {...ICON} /> : <IconCircle {...ICON} />}
          onClick={toggleRead}
        >
          {reading.read ? 'Mark as unread' : 'Mark as read'}
        </Button>
      ) : (
        <Button
          variant="default"
          className={styles.toList}
          leftSection={<IconBookmarkPlus {...ICON} />}
          disabled={reading === undefined}
          onClick={add}
        >
          Add to my list
        </Button>
      )}
      <Button
        variant="default"
        aria-pressed={blog.liked}
        aria-label={`Like, ${sayNumber(blog.likes)} so far`}
        title={blog.liked ? 'Take your like back' : 'Like'}
        leftSection={blog.liked ? <IconHeartFilled {...ICON} color="var(--accent)" /> : <IconHeart {...ICON} />}
        onClick={() => like(blog)}
      >
        {sayNumber(blog.likes)}
      </Button>
      <div className={styles.others}>
        {hasText(blog) && (
          <ActionIcon {...page} {...SELDOM} aria-label="Open the page" title="Open the page">
            <IconExternalLink {...ICON} />
          </ActionIcon>
        )}
        {reading && (
          <>
            <Other
              label={reading.starred ? 'Take the star away' : 'Star'}
              icon={reading.starred ? IconStarFilled : IconStar}
              isOn={reading.starred}
              run={toggleStar}
            />
            <Other label="Tags" icon={IconTag} run={changeTags} />
          </>
        )}
        {mayChange ? (
          <MoreActions
            actions={[
              toTeam,
              { label: 'Edit', icon: IconPencil, run: () => setDialog('edit') },
              { label: 'Delete', icon: IconTrash, destroys: true, run: () => setDialog('delete') },
            ]}
          />
        ) : (
          <Other {...toTeam} />
        )}
      </div>
      <Suspense>
        {dialog === 'edit' && <BlogDialog blog={blog} onClose={() => setDialog(undefined)} />}
        {dialog === 'delete' && (
          <DeleteBlog
            blog={blog}
            onDeleted={() => navigate({ to: '/library', replace: true })}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Suspense>
    </div>
  );
}

interface OtherProps {
  label: string;
  icon: typeof IconPencil;
  isOn?: boolean;
  run: () => void;
}

/** How a button looks for what is done seldom: only its icon, in the size of the buttons beside it. */
const SELDOM = { variant: 'subtle', color: 'gray', size: 'input-sm' } as const;

function Other({ label, icon: Icon, isOn, run }: OtherProps) {
  return (
    <ActionIcon {...SELDOM} aria-label={label} aria-pressed={isOn} title={label} onClick={run}>
      <Icon {...ICON} color={isOn ? 'var(--accent)' : undefined} />
    </ActionIcon>
  );
}
