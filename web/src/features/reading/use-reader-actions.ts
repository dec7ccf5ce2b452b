import { useIsMutating, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import type { NeighboursAnswer } from '../../../../server/features/readinglists/readinglists.schemas.ts';
import { type Reading, readingOfBlogQuery } from '../readinglists/readinglists.queries.ts';
import { useMarkRead } from '../readinglists/use-mark-read.ts';
import { useStar } from '../readinglists/use-star.ts';
import { useTagging } from '../readinglists/use-tagging.ts';
import { neighboursQuery } from './reading.queries.ts';

type Neighbour = NonNullable<NeighboursAnswer['next']>;

export interface ReaderActions {
  /** The row of one's reading list; null where there is none, undefined while that is not known. */
  reading: Reading | null | undefined;
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
  open: (neighbour: Neighbour) => void;
  toggleRead: () => void;
  toggleStar: () => void;
  changeTags: () => void;
  /** Marks it read, and goes on to the next unread one, or back to the list where there is none. */
  finish: () => void;
}

/** What a reader does with the blog that he reads: marks it, and goes on to the one before or after it on his list. */
export function useReaderActions(blog: Pick<BlogAnswer, 'id'>): ReaderActions {
  const navigate = useNavigate();
  const markRead = useMarkRead();
  const star = useStar();
  const tag = useTagging();
  const { data } = useQuery({ ...readingOfBlogQuery(blog), enabled: blog.id > 0 });
  const reading = data?.removed ? null : data;
  // The one that was just finished is unread on the server until its change has arrived, and would come back as a neighbour.
  const isChanging = useIsMutating() > 0;
  const neighbours = useQuery({ ...neighboursQuery(reading?.id), enabled: Boolean(reading) && !isChanging }).data;
  const next = neighbours?.next ?? undefined;
  const open = ({ blog: { id } }: Neighbour) => void navigate({ to: '/blogs/$id/read', params: { id } });
  return {
    reading,
    previous: neighbours?.previous ?? undefined,
    next,
    open,
    toggleRead: () => reading && markRead(reading, !reading.read),
    toggleStar: () => reading && star(reading),
    changeTags: () => reading && tag(reading),
    finish: () => {
      if (!reading) return;
      if (!reading.read) markRead(reading, true);
      if (next) open(next);
      else void navigate({ to: '/' });
    },
  };
}
