import sql from 'sql-template-tag';
import { database } from '../../database/sequelize.ts';
import { rows } from '../../database/sql.ts';
import { transaction } from '../../database/transaction.ts';
import type { Viewer } from '../users/viewer.ts';
import { addressKeyOf } from './addressKey.ts';
import type { NewBlog } from './blogs.schemas.ts';
import type { BlogRow } from './blogs.sql.ts';
import { addBlog, findBlog, requireWebAddress } from './blogs.ts';
import { startFetch } from './startFetch.ts';
import { titleFromUrl } from './titleFromUrl.ts';

/**
 * Saves a page by its address and has it fetched. The blog that is already there for the same page (normaliseUrl) is taken
 * as it is, and fetched if it never was; `added` says whether it is a new one. @throws Invalid for no web address.
 */
export async function saveByAddress(
  viewer: Viewer,
  { url, ...fields }: Omit<NewBlog, 'title' | 'fetch'>,
): Promise<{ blog: BlogRow; added: boolean }> {
  const address = requireWebAddress(url);
  return transaction(database(), async () => {
    const there = await findByAddress(addressKeyOf(address));
    const { id } = there ?? (await addBlog(viewer, { ...fields, url: address, title: titleFromUrl(address) }));
    if (!there?.fetched) await startFetch({ id, url: address });
    return { blog: await findBlog(viewer, id), added: !there };
  });
}

/** Adds a blog with the title that was given, or by its address alone. @throws Invalid, ValidationError. */
export async function addOrSave(
  viewer: Viewer,
  { title, fetch = false, ...fields }: NewBlog,
): Promise<{ blog: BlogRow; added: boolean }> {
  if (title === undefined) return saveByAddress(viewer, fields);
  return transaction(database(), async () => {
    const blog = await addBlog(viewer, { ...fields, title });
    if (fetch) await startFetch(blog);
    return { blog: fetch ? await findBlog(viewer, blog.id) : blog, added: true };
  });
}

/** The oldest blog of a page. Until the transaction ends nobody else adds one for it: of two at once the second finds it. */
async function findByAddress(key: string | null): Promise<{ id: number; fetched: boolean } | undefined> {
  if (key === null) return undefined;
  await rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`);
  const [blog] = await rows<{ id: number; fetched: boolean }>(sql`
    SELECT id, EXISTS (SELECT FROM articles WHERE blog_id = blogs.id) AS fetched
    FROM blogs WHERE address_key = ${key} ORDER BY id LIMIT 1`);
  return blog;
}
