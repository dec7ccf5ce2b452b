import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { FetchState } from './fetch-state.tsx';

type Linked = Pick<BlogAnswer, 'id' | 'title'> & Partial<Pick<BlogAnswer, 'article'>>;

/** Where a blog's title leads, everywhere: to its text, or where there is none to its screen. The page itself is one step away. */
export function BlogLink({ blog }: { blog: Linked }) {
  const { id, title } = blog;
  return (
    <Link to={hasText(blog) ? '/blogs/$id/read' : '/blogs/$id'} params={{ id }} title={title}>
      {title}
    </Link>
  );
}

/** Goes to a blog's screen, from the palette; the same place as BlogLink. */
export function useOpenBlog(): (blog: Pick<BlogAnswer, 'id'>) => void {
  const navigate = useNavigate();
  return ({ id }) => void navigate({ to: '/blogs/$id', params: { id } });
}

/** Whether its text is here. */
export function hasText({ article }: Partial<Pick<BlogAnswer, 'article'>>): boolean {
  return (article?.wordCount ?? 0) > 0;
}

/** Opens what somebody wrote, to read it here, or where its text is not here at its own address; the key `o`. */
export function useRead(): (blog: BlogAnswer) => void {
  const navigate = useNavigate();
  return (blog) => {
    if (hasText(blog)) void navigate({ to: '/blogs/$id/read', params: { id: blog.id } });
    else openPage(blog);
  };
}

/** Opens what somebody wrote, at its own address in a tab of its own; the key `v`. */
export function openPage({ url }: Pick<BlogAnswer, 'url'>): void {
  window.open(url, '_blank', 'noopener,noreferrer');
}

/** The muted line under a title: author, site, year, reading time; what is not known yet has its place. */
export function blogFacts(blog: BlogAnswer): ReactNode[] {
  const { author, url, year, article } = blog;
  const minutes = article?.readingMinutes;
  return [
    author,
    article?.siteName ?? siteOf(url),
    year,
    minutes ? `${minutes} min` : null,
    article && article.state !== 'ready' && <FetchState key="fetch" blog={blog} />,
  ];
}

export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
