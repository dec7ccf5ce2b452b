import { record } from '../../audit/record.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import type { Viewer } from '../users/viewer.ts';
import { addressKeyOf } from './addressKey.ts';
import { Article } from './article.model.ts';
import { Blog } from './blog.model.ts';
import type { BlogAnswer, BlogChange, NewBlog } from './blogs.schemas.ts';
import { type BlogRow, countHolders, deleteLike, insertLike, selectBlog } from './blogs.sql.ts';
import { moveByOwnLike } from './likes.ts';
import { startFetch } from './startFetch.ts';

/** One blog as this viewer sees it. @throws NotFound. */
export async function findBlog(viewer: Pick<Viewer, 'id'>, id: number): Promise<BlogRow> {
  const blog = await selectBlog(viewer.id, id);
  if (!blog) throw new NotFound('blog');
  return blog;
}

/** Adds a blog to the library. @throws Invalid, ValidationError for a url or year that cannot be. */
export async function addBlog(
  viewer: Viewer,
  { title, url, author, year, likes }: NewBlog & { title: string },
): Promise<BlogRow> {
  const address = requireWebAddress(url);
  const { id } = await transaction(database(), async () => {
    const blog = await Blog.create({
      title: title.trim(),
      url: address,
      addressKey: addressKeyOf(address),
      author: author?.trim() || null,
      year: year ?? null,
      likes: likes ?? 0,
      userId: viewer.id,
    });
    await publishBlog(blog.id);
    return blog;
  });
  return findBlog(viewer, id);
}

/**
 * Changes a blog: the one who added it and admins anything; anybody else only the likes, by their own like. A field sent as
 * it already is counts as not sent, so that a client may send the whole blog.
 * @throws NotFound, Forbidden, Invalid, ValidationError.
 */
export async function changeBlog(viewer: Viewer, id: number, change: BlogChange): Promise<BlogRow> {
  await transaction(database(), async () => {
    const blog = await Blog.findByPk(id, { lock: true });
    if (!blog) throw new NotFound('blog');
    if (change.title !== undefined) blog.title = change.title.trim();
    if (change.url !== undefined && change.url !== blog.url) {
      blog.url = requireWebAddress(change.url);
      blog.addressKey = addressKeyOf(blog.url);
    }
    const moved = blog.changed('url');
    if (change.author !== undefined) blog.author = change.author?.trim() || null;
    if (change.year !== undefined) blog.year = change.year;
    const owns = mayChange(viewer, blog);
    if (!owns && blog.changed()) throw new Forbidden('only who added this blog, or an admin, may change it');
    if (change.likes !== undefined) {
      if (owns) blog.likes = change.likes;
      else await moveByOwnLike(viewer, blog, change.likes);
    }
    await blog.save();
    // What was read belongs to the page at the old address.
    if (moved && (await Article.destroy({ where: { blogId: id } }))) await startFetch(blog);
    await publishBlog(id);
  });
  return findBlog(viewer, id);
}

/** Sets the number of likes, whoever asks. @throws NotFound. */
export async function setLikes(viewer: Pick<Viewer, 'id'>, id: number, likes: number): Promise<BlogRow> {
  await transaction(database(), async () => {
    const [changed] = await Blog.update({ likes }, { where: { id } });
    if (!changed) throw new NotFound('blog');
    await publishBlog(id);
  });
  return findBlog(viewer, id);
}

/** Likes a blog, or takes the like back; doing it again changes nothing. @throws NotFound. */
export async function likeBlog(viewer: Viewer, id: number, like: boolean): Promise<BlogRow> {
  await (like ? insertLike : deleteLike)(viewer.id, id);
  return findBlog(viewer, id);
}

/**
 * Removes a blog. With `force` an admin takes it off everybody's list too; notes on it stay with their authors.
 * @throws NotFound, Forbidden, Conflict while others hold it.
 */
export async function removeBlog(viewer: Viewer, id: number, force = false): Promise<void> {
  await transaction(database(), async () => {
    const blog = await Blog.findByPk(id, { lock: true }); // nobody can begin to hold it from here on
    if (!blog) throw new NotFound('blog');
    if (!mayChange(viewer, blog)) throw new Forbidden('only who added this blog, or an admin, may delete it');
    if (force && !viewer.admin) throw new Forbidden('only an admin may delete a blog that others hold');
    const holders = await countHolders(viewer.id, id);
    if (holders.users && !force) throw new Conflict(heldBy(holders));
    await blog.destroy();
    await record(viewer, 'blog-deleted', { id, name: blog.title }, { url: blog.url, ...(force && { force }) });
    await publishBlog(id);
  });
}

/** The library is everybody's. */
export function publishBlog(id: number): Promise<void> {
  return publish({ topic: 'blogs', id, to: 'everyone' });
}

function heldBy({ users, readers, writers, teams }: Awaited<ReturnType<typeof countHolders>>): string {
  const people = users === 1 ? '1 other user holds' : `${users} other users hold`;
  const together = teams === 0 ? '' : `, on the list of ${teams === 1 ? '1 team' : `${teams} teams`}`;
  return `${people} this blog: on the reading list of ${readers}, with notes by ${writers}${together}`;
}

function mayChange(viewer: Viewer, blog: Blog): boolean {
  return viewer.admin || blog.userId === viewer.id;
}

/** @throws Invalid unless it is an http or https address. */
export function requireWebAddress(text: string): string {
  const url = text.trim();
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new Invalid('url is no web address', ['url must be an address that begins with http:// or https://']);
}

export function presentBlog(blog: BlogRow): BlogAnswer {
  return {
    id: blog.id,
    title: blog.title,
    author: blog.author,
    url: blog.url,
    likes: blog.likes,
    year: blog.year,
    liked: blog.liked,
    user: { id: blog.userId, username: blog.username, name: blog.userName },
    noteCount: blog.noteCount,
    article: blog.article,
    sameAs: blog.sameAs,
    createdAt: blog.createdAt,
    updatedAt: blog.updatedAt,
  };
}
