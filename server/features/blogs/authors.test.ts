import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { database } from '../../database/sequelize.ts';
import { Blog } from './blog.model.ts';

const server = useServer();
let owner: Client;

beforeAll(async () => {
  owner = await server.user('Owner');
});

/** What the list says, beside what the blogs themselves come to. */
async function expectCounted(): Promise<number> {
  const [counted] = await database().query(`
    SELECT author, count(*)::int AS blogs, least(sum(likes), 2147483647)::int AS likes
    FROM blogs WHERE author IS NOT NULL GROUP BY author`);
  const { body } = await owner.get('/api/authors?limit=500');
  const listed = body.map(({ author, blogs, likes }: Record<string, unknown>) => ({ author, blogs, likes }));
  expect(listed).toHaveLength(counted.length);
  expect(listed).toEqual(expect.arrayContaining(counted));
  return counted.length;
}

test('authors are counted whatever happens to their blogs', async () => {
  const blog = await makeBlog(owner, { author: 'Ann', likes: 3 });
  const other = await makeBlog(owner, { author: 'Ann' });
  const unknown = await makeBlog(owner, { author: null });
  expect(await expectCounted()).toBe(1);
  await owner.put(`/api/blogs/${other.id}/like`);
  expect((await owner.put(`/api/blogs/${blog.id}`, { author: 'Bo', likes: 900_000 })).status).toBe(200);
  await owner.put(`/api/blogs/${unknown.id}`, { author: 'Bo', likes: 7 });
  expect(await expectCounted()).toBe(2);
  expect(await owner.delete(`/api/blogs/${other.id}`)).toMatchObject({ status: 204 });
  expect(await expectCounted()).toBe(1);
  await Blog.update({ author: null }, { where: { author: 'Bo' } });
  expect(await expectCounted()).toBe(0);
});

test('many at once, in one statement and in many', async () => {
  const row = (i: number) => ({
    title: 'T',
    url: `https://x.fi/${i}`,
    author: `A${i % 7}`,
    likes: i,
    userId: owner.id,
  });
  await Blog.bulkCreate(Array.from({ length: 100 }, (_, i) => row(i)));
  expect(await expectCounted()).toBe(7);
  await Promise.all(Array.from({ length: 20 }, (_, i) => Blog.create(row(i % 9))));
  await expectCounted();
  await Blog.update({ author: 'A0' }, { where: { author: ['A1', 'A2'] } });
  expect(await expectCounted()).toBe(5);
  await Blog.destroy({ where: { author: 'A3' } });
  expect(await expectCounted()).toBe(4);
  await database().query('TRUNCATE blogs CASCADE');
  expect(await expectCounted()).toBe(0);
});
