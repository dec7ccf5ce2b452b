import { QueryTypes } from 'sequelize';
import { expect, test } from 'vitest';
import { useEmptyDatabase } from '../../../test/schema.ts';
import { createMigrator } from '../../database/migrator.ts';
import { addressKeyOf } from './addressKey.ts';

const database = useEmptyDatabase();

const ADDRESSES = [
  'HTTP://Example.COM:80/Post/?utm_source=x&b=2&a=1#top',
  'https://example.com:443/',
  'https://example.com./a%7Eb/%e4',
  'https://example.com/app#!/route',
  'https://example.com/app#/route:~:text=word',
  'https://example.com/?fbclid=1&id=%zz&GCLID=2',
  'https://example.com/?tag=b&tag=a',
  'https://user:secret@example.com/',
  ' https://example.com/space ',
  'ftp://example.com/',
  'no address',
];

test('blogs that were there before get the key that a new one gets', async () => {
  const { sequelize } = database;
  const migrator = createMigrator(sequelize);
  await migrator.up('20261122_08_add_likes');
  await sequelize.query("INSERT INTO users VALUES (1, 'a@x.fi', 'A', 'x', now(), now())");
  await sequelize.query(
    `INSERT INTO blogs (title, url, user_id, created_at, updated_at)
     SELECT 'T', url, 1, now(), now() FROM unnest($urls::text[]) AS url`,
    { bind: { urls: ADDRESSES } },
  );
  await migrator.up('20261124_10_add_articles');
  const blogs = await sequelize.query<{ url: string; address_key: string | null }>(
    'SELECT url, address_key FROM blogs ORDER BY id',
    { type: QueryTypes.SELECT },
  );
  expect(blogs).toEqual(ADDRESSES.map((url) => ({ url, address_key: addressKeyOf(url) })));
  expect(blogs.map((blog) => blog.address_key).filter(Boolean)).toHaveLength(8);
});
