import { Link } from '@tanstack/react-router';
import type { ArticleAnswer } from '../../../../server/features/blogs/articles.schemas.ts';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { siteOf } from '../blogs/blog-link.tsx';
import styles from './reading.module.css';

/** Above the text: what it is called, who wrote it, where and when, and how long it takes. */
export function ReadingHead({ blog, article }: { blog: BlogAnswer; article: ArticleAnswer }) {
  const { id, title, author, url, year } = blog;
  return (
    <header className={styles.head} dir={article.direction}>
      <h1 className={styles.title} lang={article.language ?? undefined}>
        <bdi>{title}</bdi>
      </h1>
      <p className={styles.by}>
        {author && (
          <span>
            <bdi>{author}</bdi>
          </span>
        )}
        <span>
          <bdi>
            <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
              {article.siteName || siteOf(url)}
            </a>
          </bdi>
        </span>
        {(article.publishedAt || year) && (
          <span>
            <bdi>{dateOf(article.publishedAt) ?? year}</bdi>
          </span>
        )}
        {article.readingMinutes > 0 && (
          <span>
            <bdi>{article.readingMinutes} min</bdi>
          </span>
        )}
        <span>
          <bdi>
            <Link to="/blogs/$id" params={{ id }} title="What is known of this blog, and all notes on it">
              Facts and notes
            </Link>
          </bdi>
        </span>
      </p>
    </header>
  );
}

const DATE = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function dateOf(iso: string | null): string | undefined {
  return iso === null ? undefined : DATE.format(new Date(iso));
}
