import type { Config } from '../../config.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import type { Work } from '../../jobs/queues.ts';
import { VERSION } from '../../version.ts';
import { Article } from './article.model.ts';
import { storeArticle } from './articles.ts';
import { Blog } from './blog.model.ts';
import { publishBlog } from './blogs.ts';

/** The job that fetches a blog's page and reads it. */
export function fetchArticle({ fetchAllow }: Pick<Config, 'fetchAllow'>): Work<{ blogId: number }> {
  return {
    run: async ({ blogId }, signal) => {
      const blog = await Blog.findByPk(blogId);
      if (!blog) return async () => {}; // removed while it waited
      // Loaded with the first page: a server on which nobody saves one needs none of it.
      const [{ fetchPage }, { readFetchedPage }] = await Promise.all([
        import('../../reader/fetchPage.ts'),
        import('../../reader/extractArticle.ts'),
      ]);
      const page = await fetchPage(blog.url, { allow: fetchAllow, userAgent: USER_AGENT, signal });
      if (page.kind === 'unchanged') throw new Error('a page that was asked for without conditions was not sent');
      const article = await readFetchedPage(page);
      return () => storeArticle(blogId, article, page.url);
    },
    failed: async ({ blogId }, reason, final) => {
      await transaction(database(), async () => {
        await Article.update(final ? { reason, state: 'failed' } : { reason }, { where: { blogId } });
        await publishBlog(blogId);
      });
    },
    waits: async ({ blogId }) => {
      await Article.update({ reason: null, state: 'waiting' }, { where: { blogId } });
    },
  };
}

/** What a site sees of us: who asks, and what for. */
export const USER_AGENT = `Carrel/${VERSION} (self-hosted reading list)`;
