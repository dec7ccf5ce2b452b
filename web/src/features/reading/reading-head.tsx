import { Link } from '@tanstack/react-router';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { siteOf } from '../blogs/blog-link.tsx';
import styles from './reading.module.css';

/** Above the text: what it is called, who wrote it, where and when, and how long it takes. */
export function ReadingHead({ blog, article }: { blog: BlogAnswer; article: ArticleAnswer }) {
  const { id, title, author, url, year } = blog;
  return (
    <header className={styles.head} lang={article.language ?? undefined} dir={article.direction}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.by}>
        {author && <bdi>{author}</bdi>}
        <bdi>
          <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
            {article.siteName || siteOf(url)}
          </a>
        </bdi>
        {(article.publishedAt || year) && <bdi>{dateOf(article.publishedAt) ?? year}</bdi>}
        {article.readingMinutes > 0 && <bdi>{article.readingMinutes} min</bdi>}
        <bdi>
          <Link to="/blogs/$id" params={{ id }} title="What is known of this blog, and all notes on it">
            Facts and notes
          </Link>
        </bdi>
      </p>
    </header>
  );
}

const DATE = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function dateOf(iso: string | null): string | undefined {
  return iso === null ? undefined : DATE.format(new Date(iso));
}
