import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import type { Article as ReadArticle } from '../../reader/article.ts';
import { Article } from './article.model.ts';
import { Blog, FIRST_YEAR } from './blog.model.ts';
import { titleFromUrl } from './titleFromUrl.ts';

/**
 * Keeps what was read from a blog's page. Title, author and year go to the blog where nobody has set them: an author and
 * a year that are empty, and a title that is still the one made from the address. A blog that is gone is left alone.
 */
export async function storeArticle(blogId: number, article: ReadArticle): Promise<void> {
  const { title, author, year, publishedAt, ...rest } = storable(article);
  await transaction(database(), async () => {
    const blog = await Blog.findByPk(blogId, { lock: true });
    if (!blog) return;
    if (title && blog.title === titleFromUrl(blog.url)) blog.title = title;
    if (author && !blog.author) blog.author = author;
    if (year && !blog.year && isPossible(year)) blog.year = year;
    await blog.save();
    await Article.upsert({
      ...rest,
      blogId,
      publishedAt: publishedAt ? new Date(publishedAt) : null,
      state: 'ready',
      reason: null,
      fetchedAt: new Date(),
    });
  });
}

function isPossible(year: number): boolean {
  return year >= FIRST_YEAR && year <= new Date().getFullYear();
}

/** PostgreSQL cannot store NUL, which a page may have anywhere. */
function storable(article: ReadArticle): ReadArticle {
  const entries = Object.entries(article).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  ]);
  return Object.fromEntries(entries) as ReadArticle;
}
