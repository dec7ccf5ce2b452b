import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import { ApiError } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Page } from '../../parts/page.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { blogQuery } from '../blogs/blogs.queries.ts';
import { articleQuery, type NoText } from './reading.queries.ts';
import { ReadingRoom } from './reading-room.tsx';
import { ReadingWithoutText } from './reading-without-text.tsx';

const route = getRouteApi('/inside/blogs/$id/read');

function isWithout(answer: ArticleAnswer | NoText | undefined): answer is NoText {
  return answer !== undefined && 'why' in answer;
}

/** The text of one blog, to read it here. */
export function ReadingScreen() {
  const { id } = route.useParams();
  const { note } = route.useSearch();
  const isWide = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false });
  const blog = useQuery({ ...blogQuery(useQueryClient(), id), enabled: id > 0 });
  const article = useQuery({ ...articleQuery(id), enabled: id > 0 });

  if (!id || (blog.error instanceof ApiError && blog.error.status === 404)) return <NoBlog />;
  const { data: text } = article;
  if (blog.data && text)
    return isWithout(text) ? (
      <ReadingWithoutText blog={blog.data} why={text.why} />
    ) : (
      <ReadingRoom key={id} blog={blog.data} article={text} noteId={note} isWide={isWide ?? true} />
    );
  const failed = [blog, article].find(({ isError }) => isError);
  return (
    <Page title={blog.data?.title ?? 'Reading'}>
      {failed ? <ErrorState error={failed.error} retry={failed.refetch} /> : <RowSkeletons />}
    </Page>
  );
}

function NoBlog() {
  const navigate = useNavigate();
  return (
    <Page title="Reading">
      <EmptyState text="There is no blog at this address. Somebody may have deleted it.">
        <Button onClick={() => navigate({ to: '/library' })}>Go to the library</Button>
      </EmptyState>
    </Page>
  );
}
