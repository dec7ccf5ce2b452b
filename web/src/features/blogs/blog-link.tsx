import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { FetchState } from './fetch-state.tsx';

type Linked = Pick<BlogAnswer, 'id' | 'title'>;

/** Where a blog's title leads, everywhere: to its screen, with its notes. The page itself is one step away, see `openPage`. */
export function BlogLink({ blog: { id, title } }: { blog: Linked }) {
  return (
    <Link to="/blogs/$id" params={{ id }} title={title}>
      {title}
    </Link>
  );
}

/** Goes to a blog's screen, from the palette; the same place as BlogLink. */
export function useOpenBlog(): (blog: Pick<BlogAnswer, 'id'>) => void {
  const navigate = useNavigate();
  return ({ id }) => void navigate({ to: '/blogs/$id', params: { id } });
}

/** Opens what somebody wrote, at its own address in a tab of its own; the key `o`. */
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
