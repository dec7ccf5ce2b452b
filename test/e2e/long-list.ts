import { Blog } from '../../server/features/blogs/blog.model.ts';
import { Readinglist } from '../../server/features/readinglists/readinglist.model.ts';

const BATCH = 2000; // rows of one insert

/** Puts so many blogs on somebody's reading list, straight into the database: 10,000 take seconds instead of minutes. */
export async function seedLongList(userId: number, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => from + index + 1);
    const blogs = await Blog.bulkCreate(numbers.map((number) => blogOf(userId, number)));
    await Readinglist.bulkCreate(blogs.map(({ id }) => ({ userId, blogId: id })));
  }
}

function blogOf(userId: number, number: number) {
  return {
    userId,
    title: `Reading number ${number} about what one finds out when a list gets long`,
    author: `Writer ${number % 300}`,
    url: `https://blog-${number % 500}.example.org/posts/${number}`,
    year: 1991 + (number % 30),
    likes: number % 90,
  };
}
