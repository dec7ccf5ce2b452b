import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import type { Article as ReadArticle } from '../../reader/article.ts';
import { addressKeyOf } from './addressKey.ts';
import { Article } from './article.model.ts';
import { Blog, FIRST_YEAR } from './blog.model.ts';
import { publishBlog } from './blogs.ts';
import { titleFromUrl } from './titleFromUrl.ts';

/**
 * Keeps what was read from a blog's page. Title, author and year go to the blog where nobody has set them: an author and
 * a year that are empty, and a title that is still the one made from the address. A blog that is gone is left alone.
 * `address` is where the page was found, behind all redirects.
 */
export async function storeArticle(blogId: number, article: ReadArticle, address?: string): Promise<void> {
  const { title, author, year, publishedAt, ...rest } = storable(article);
  await transaction(database(), async () => {
    const blog = await Blog.findByPk(blogId, { lock: true });
    if (!blog) return;
    if (title && blog.title === titleFromUrl(blog.url)) blog.title = title;
    if (author && !blog.author) blog.author = author;
    if (year && !blog.year && isPossible(year)) blog.year = year;
    await blog.save();
    const canonicalUrl = ownAddress(rest.canonicalUrl, blog.url);
    await Article.upsert({
      ...rest,
      blogId,
      publishedAt: publishedAt ? new Date(publishedAt) : null,
      canonicalUrl,
      pageKey: pageKeyOf(blog, address, canonicalUrl),
      state: 'ready',
      reason: article.withheld && WITHHELD[article.withheld],
      fetchedAt: new Date(),
    });
    await publishBlog(blogId);
  });
}

const WITHHELD = {
  noarchive: 'The site asks not to keep copies of this page, so only the link is kept.',
  'no-text': 'No text was found on this page; it may need a browser to show it.',
  pdf: 'This is a PDF; only its title is read.',
};

/** A page may claim any address; only one on its own site is believed. */
function ownAddress(claimed: string | null, url: string): string | null {
  return claimed && siteOf(claimed) === siteOf(url) ? claimed : null;
}

/** The page that an address led to: where it was redirected to, else what the page calls itself. Null when it is its own. */
function pageKeyOf({ addressKey }: Blog, ...addresses: (string | null | undefined)[]): string | null {
  const keys = addresses.map((address) => (address ? addressKeyOf(address) : null));
  return keys.find((key) => key !== null && key !== addressKey) ?? null;
}

function siteOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
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
