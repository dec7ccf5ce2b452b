import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BlogAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { plural } from '../../parts/plural.ts';
import { RelativeDate } from '../../parts/relative-date.tsx';
import { tagMarks } from '../readinglists/own-marks.tsx';
import { readingOfBlogQuery } from '../readinglists/readinglists.queries.ts';
import { useRemove } from '../readinglists/use-remove.ts';
import { useTagging } from '../readinglists/use-tagging.ts';
import styles from './blog.module.css';
import { BlogActions } from './blog-actions.tsx';
import { siteOf } from './blog-link.tsx';
import { BlogPage } from './blog-page.tsx';
import { useFetch } from './use-fetch.ts';

/** What is known of a blog, and what one may do with it. */
export function BlogHead({ blog }: { blog: BlogAnswer }) {
  const { title, author, url, year, user, createdAt, article } = blog;
  const minutes = article?.readingMinutes ?? 0;
  const { data } = useQuery(readingOfBlogQuery(blog));
  const reading = data?.removed ? null : data;
  const remove = useRemove();
  const tag = useTagging();
  const [fetchPage, isAsking] = useFetch(blog);
  useDocumentTitle(`${title} · Carrel`);
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.by}>
        {author && (
          <span>
            <bdi>
              <Link to="/library" search={{ author }} title={`All blogs by ${author}`}>
                {author}
              </Link>
            </bdi>
          </span>
        )}
        <span>
          <bdi>
            <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
              {article?.siteName ?? siteOf(url)}
            </a>
          </bdi>
        </span>
        {year && (
          <span>
            <bdi>{year}</bdi>
          </span>
        )}
        {minutes > 0 && (
          <span>
            <bdi>{plural(minutes, 'minute')} to read</bdi>
          </span>
        )}
      </p>
      <BlogPage blog={blog} />
      <BlogActions blog={blog} reading={reading} />
      <dl className={styles.facts}>
        <dt>Added</dt>
        <dd>
          <span>
            <RelativeDate iso={createdAt} /> by{' '}
            <Link to="/library" search={{ user: user.id }} title={`All blogs that ${user.name} added`}>
              {user.name}
            </Link>
          </span>
        </dd>
        <dt>Your reading list</dt>
        <dd>
          {reading === null && 'not on it'}
          {reading && (
            <>
              <span>
                added <RelativeDate iso={reading.createdAt} />
              </span>
              <button type="button" className={styles.remove} onClick={() => remove(reading)}>
                Remove from my list
              </button>
            </>
          )}
        </dd>
        <dt>Read</dt>
        <dd>{reading?.readAt ? <RelativeDate iso={reading.readAt} /> : reading !== undefined && 'not yet'}</dd>
        {!article && (
          <>
            <dt>Text</dt>
            <dd>
              not kept here
              <button type="button" className={styles.remove} disabled={isAsking} onClick={fetchPage}>
                Fetch the page
              </button>
            </dd>
          </>
        )}
        {reading && (
          <>
            <dt>Your tags</dt>
            <dd>
              {tagMarks(reading)}
              <button type="button" className={styles.remove} onClick={() => tag(reading)}>
                {reading.tags.length ? 'Change' : 'Add tags'}
              </button>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
