import { Refusal } from '../../errors.ts';
import { type FetchedImage, fetchImage } from '../../reader/fetchImage.ts';
import { ReaderError } from '../../reader/readerError.ts';
import type { Viewer } from '../users/viewer.ts';
import type { ArticleAnswer } from './articles.schemas.ts';
import { type ArticleRow, hasImage, selectArticle } from './articles.sql.ts';
import { findBlog } from './blogs.ts';

type Readable = ArticleRow & { html: string };

/** The text of a blog. @throws Refusal 404 that says why there is none. */
export async function readArticle(viewer: Viewer, blogId: number): Promise<Readable> {
  await findBlog(viewer, blogId);
  const article = await selectArticle(blogId);
  if (!hasText(article)) throw new Refusal(404, whyNoText(article));
  return article;
}

function hasText(article: ArticleRow | undefined): article is Readable {
  return typeof article?.html === 'string'; // also while its page is fetched once more, or could not be
}

const WITHHELD: Record<string, string> = {
  noarchive: 'the site asks not to keep copies of its text; read it there',
  pdf: 'it is a PDF, of which only the title is read; read it at its own address',
};

function whyNoText(article: ArticleRow | undefined): string {
  if (!article) return 'the text of this blog was not fetched; read it at its own address';
  if (article.state === 'waiting') return 'the text of this blog is being fetched; look again in a moment';
  if (article.state === 'failed') return article.reason ?? 'the page of this blog could not be fetched';
  return WITHHELD[article.withheld ?? ''] ?? 'no text was found on the page of this blog; read it at its own address';
}

/**
 * A picture in the text of a blog, fetched by this server so that the picture's site learns nothing of the reader. Only
 * pictures that stand in a kept text: this is no proxy for whatever somebody asks for.
 * @throws NotFound, Refusal 404 for another picture, 502 in words for one that is not to be had.
 */
export async function readImage(
  viewer: Viewer,
  blogId: number,
  src: string,
  allow: readonly string[],
): Promise<FetchedImage> {
  await findBlog(viewer, blogId);
  if (!(await hasImage(blogId, src))) throw new Refusal(404, 'there is no such picture in the text of this blog');
  try {
    return await inTurn(() => fetchImage(src, { allow }));
  } catch (error) {
    if (error instanceof ReaderError) throw new Refusal(502, error.message);
    throw error;
  }
}

/** Each holds up to 5 MiB while it is on its way. */
const MOST_AT_ONCE = 8;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((start) => waiting.push(start));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next)
      next(); // hands its place on
    else running--;
  }
}

export function presentArticle(article: Readable, images: ArticleAnswer['images']): ArticleAnswer {
  return { ...article, images };
}
