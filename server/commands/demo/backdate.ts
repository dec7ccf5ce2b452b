import sql from 'sql-template-tag';
import { database } from '../../database/sequelize.ts';
import { rows } from '../../database/sql.ts';
import { transaction } from '../../database/transaction.ts';

/**
 * Moves the demo library back over the last three months, as a team would have filled it: a blog every other day, read,
 * noted and liked in the days after. By SQL, because no verb may write the past. Only ever run on a server that held nothing
 * but the demo a moment ago. One short transaction.
 */
export function spreadOverTime(): Promise<void> {
  return transaction(database(), async () => {
    await rows(sql`UPDATE users SET created_at = now() - interval '95 days', updated_at = now() - interval '95 days'`);
    await rows(sql`UPDATE teams SET created_at = now() - interval '94 days', updated_at = now() - interval '94 days'`);
    await rows(sql`
      UPDATE blogs SET created_at = now() - age, updated_at = now() - age
      FROM (SELECT id, (4 + 2 * (max(id) OVER () - id)) * interval '1 day' + id * interval '17 minutes' AS age FROM blogs) aged
      WHERE aged.id = blogs.id`);
    await rows(sql`
      UPDATE readinglists r SET created_at = b.created_at + wait, updated_at = b.created_at + wait,
        starred_at = CASE WHEN starred_at IS NOT NULL THEN b.created_at + wait END,
        read_at = CASE WHEN read THEN b.created_at + wait + (r.id % 4 + 1) * interval '9 hours 20 minutes' END
      FROM blogs b, (SELECT id, (user_id % 5 + 1) * interval '7 hours 11 minutes' AS wait FROM readinglists) waited
      WHERE b.id = r.blog_id AND waited.id = r.id`);
    await rows(sql`
      UPDATE notes n SET date = written, created_at = written, updated_at = written
      FROM (SELECT n.id, coalesce(b.created_at + (n.id % 3 + 1) * interval '11 hours 30 minutes',
                                  now() - (30 - n.id % 10) * interval '1 hour') AS written
            FROM notes n LEFT JOIN blogs b ON b.id = n.blog_id) dated
      WHERE dated.id = n.id`);
  });
}
