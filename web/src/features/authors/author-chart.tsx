import type { CSSProperties } from 'react';
import type { AuthorAnswer } from '../../../../server/features/blogs/blogs.schemas.ts';
import { plural, sayNumber } from '../../parts/plural.ts';
import styles from './author-chart.module.css';
import { sortAuthors } from './sort-authors.ts';

const MOST = 10;

interface Props {
  authors: AuthorAnswer[];
  by: 'likes' | 'blogs';
}

/**
 * Bars of the first ten authors: likes at the left, blogs at the right, each side on a scale of its own. One picture to screen
 * readers, which is said in a sentence; every number is in the table below it.
 */
export function AuthorChart({ authors, by }: Props) {
  const first = sortAuthors(authors, { sort: by }).slice(0, MOST);
  const most = { likes: largest(first, 'likes'), blogs: largest(first, 'blogs') };
  const told = first.map(({ author, likes, blogs }) => `${author} ${plural(likes, 'like')}, ${plural(blogs, 'blog')}`);
  return (
    <section className={styles.section} aria-labelledby="author-chart">
      <h2 id="author-chart" className={styles.title}>
        {by === 'likes' ? 'Most liked' : 'Most blogs'}
      </h2>
      <div className={styles.chart} role="img" aria-label={`Bar chart of likes and blogs: ${told.join('; ')}.`}>
        <div className={styles.head}>
          <span />
          <span>Likes</span>
          <span>Blogs</span>
        </div>
        {first.map(({ author, likes, blogs }) => (
          <div key={author} className={styles.row}>
            <span className={styles.name} title={author}>
              {author}
            </span>
            <Bar value={likes} most={most.likes} kind="likes" />
            <Bar value={blogs} most={most.blogs} kind="blogs" />
          </div>
        ))}
      </div>
    </section>
  );
}

function Bar({ value, most, kind }: { value: number; most: number; kind: 'likes' | 'blogs' }) {
  const style = { '--share': most ? value / most : 0 } as CSSProperties;
  return (
    <span className={styles.measure}>
      <span className={styles.bar} data-kind={kind} style={style} />
      {sayNumber(value)}
    </span>
  );
}

function largest(authors: AuthorAnswer[], measure: 'likes' | 'blogs'): number {
  return Math.max(0, ...authors.map((author) => author[measure]));
}
