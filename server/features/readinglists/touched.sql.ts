import sql from 'sql-template-tag';

/**
 * Whether the reader of `readinglists r` has done nothing with it yet: whatever he did to a blog makes it his, and it stays
 * when a team that brought it goes. Every new thing that a reader can do to an entry gets its line here.
 */
export const isUntouched = sql`NOT r.read AND r.progress = 0 AND r.starred_at IS NULL AND r.tags = '{}'
  AND NOT EXISTS (SELECT FROM notes n WHERE n.user_id = r.user_id AND n.blog_id = r.blog_id AND n.deleted_at IS NULL)`;
