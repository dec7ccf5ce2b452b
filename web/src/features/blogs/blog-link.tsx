import type { ReactNode } from 'react';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';

type Linked = Pick<BlogAnswer, 'id' | 'url' | 'title'>;

/** Where a blog's title leads, everywhere: to the article itself, in a tab of its own. */
export function BlogLink({ blog }: { blog: Linked }) {
  return (
    <a href={blog.url} target="_blank" rel="noopener noreferrer" title={blog.title}>
      {blog.title}
    </a>
  );
}

/** Opens a blog from a key or the palette; the same place as BlogLink. */
export function useOpenBlog(): (blog: Linked) => void {
  return ({ url }) => void window.open(url, '_blank', 'noopener');
}

/** The muted line under a title: author, site, year. */
export function blogFacts({ author, url, year }: Pick<BlogAnswer, 'author' | 'url' | 'year'>): ReactNode[] {
  return [author, siteOf(url), year];
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
