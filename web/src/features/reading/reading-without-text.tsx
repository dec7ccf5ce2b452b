import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconExternalLink } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { useKeys } from '../../keys.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ICON } from '../../theme.ts';
import { openPage } from '../blogs/blog-link.tsx';
import { useFilledIn } from '../blogs/use-filled-in.ts';
import styles from './reading.module.css';
import { articleQuery } from './reading.queries.ts';
import { ReadingBar } from './reading-bar.tsx';
import { useReaderActions } from './use-reader-actions.ts';

/** A blog whose text is not here (yet): why, and what can be done instead. */
export function ReadingWithoutText({ blog, why }: { blog: BlogAnswer; why: string }) {
  const navigate = useNavigate();
  const actions = useReaderActions(blog);
  const { next, previous, open, toggleRead, toggleStar, changeTags, finish } = actions;
  useFilledIn(blog);
  const client = useQueryClient();
  const state = blog.article?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the page was fetched, or could not be, there is another answer
  useEffect(() => {
    void client.invalidateQueries({ queryKey: articleQuery(blog.id).queryKey });
  }, [client, blog.id, state]);
  useDocumentTitle(`${blog.title} · Carrel`);
  useKeys('Reading', [
    { key: 'M', label: 'Mark as read and open the next', run: finish },
    { key: 'm', label: 'Mark as read, or unread again', run: toggleRead },
    { key: 'f', label: 'Star, or take the star away', run: toggleStar },
    { key: 'T', label: 'Tags', run: changeTags },
    { key: ']', label: 'Next unread', run: () => next && open(next) },
    { key: '[', label: 'Previous unread', run: () => previous && open(previous) },
    { key: 'v', label: 'Open the page', run: () => openPage(blog) },
  ]);
  return (
    <>
      <ReadingBar title="" actions={actions} />
      <article className={styles.without}>
        <h1 className={styles.title}>{blog.title}</h1>
        <EmptyState text={why}>
          <Button leftSection={<IconExternalLink {...ICON} />} onClick={() => openPage(blog)}>
            Open the page
          </Button>
          <Button variant="default" onClick={() => navigate({ to: '/blogs/$id', params: { id: blog.id } })}>
            Facts and notes
          </Button>
        </EmptyState>
      </article>
    </>
  );
}
