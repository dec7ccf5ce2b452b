import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export async function up({ context: queryInterface }: Step) {
  const { sequelize } = queryInterface;
  await queryInterface.createTable('authors', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    author: { type: DataTypes.TEXT, allowNull: false, unique: true },
    blogs: { type: DataTypes.INTEGER, allowNull: false },
    likes: { type: DataTypes.BIGINT, allowNull: false },
  });
  await sequelize.query('CREATE INDEX authors_likes_id ON authors (least(likes, 2147483647) DESC, id DESC)');
  await sequelize.query(TRIGGERS);
  await sequelize.query(`
    INSERT INTO authors (author, blogs, likes)
    SELECT author, count(*), sum(likes) FROM blogs WHERE author IS NOT NULL GROUP BY author ORDER BY min(id)`);
}

export async function down({ context: queryInterface }: Step) {
  // Nothing is lost: all of it is counted from the blogs.
  await queryInterface.sequelize.query(`
    DROP TRIGGER count_authors_inserted ON blogs;
    DROP TRIGGER count_authors_updated ON blogs;
    DROP TRIGGER count_authors_deleted ON blogs;
    DROP TRIGGER count_authors_emptied ON blogs;
    DROP FUNCTION carrel_authors_inserted();
    DROP FUNCTION carrel_authors_updated();
    DROP FUNCTION carrel_authors_deleted();
    DROP FUNCTION carrel_authors_emptied();
    DROP TABLE authors;
  `);
}

const ADDED = 'SELECT id, author, 1 AS blogs, likes::bigint AS likes FROM added';
const REMOVED = 'SELECT id, author, -1 AS blogs, -likes::bigint AS likes FROM removed';

/** Once for a statement and not for each row: an author may have thousands of blogs in one load. */
function count(changes: string): string {
  const sums = `(SELECT author, sum(blogs)::int AS blogs, sum(likes)::bigint AS likes, min(id) AS first FROM (${changes}) changes
    WHERE author IS NOT NULL GROUP BY author HAVING sum(blogs) <> 0 OR sum(likes) <> 0)`;
  return `
    UPDATE authors a SET blogs = a.blogs + c.blogs, likes = a.likes + c.likes FROM ${sums} c WHERE a.author = c.author;
    INSERT INTO authors AS a (author, blogs, likes)
    SELECT author, blogs, likes FROM ${sums} c
    WHERE blogs > 0 AND NOT EXISTS (SELECT FROM authors known WHERE known.author = c.author) ORDER BY first
    ON CONFLICT (author) DO UPDATE SET blogs = a.blogs + excluded.blogs, likes = a.likes + excluded.likes;`;
}

const FORGET = 'DELETE FROM authors a WHERE blogs <= 0 AND author IN (SELECT author FROM removed);';

function trigger(event: string, when: string, tables: string, work: string): string {
  return `
    CREATE FUNCTION carrel_authors_${event}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${work} RETURN NULL; END $$;
    CREATE TRIGGER count_authors_${event} AFTER ${when} ON blogs ${tables} FOR EACH STATEMENT
      EXECUTE FUNCTION carrel_authors_${event}();`;
}

const TRIGGERS = [
  trigger('inserted', 'INSERT', 'REFERENCING NEW TABLE AS added', count(ADDED)),
  trigger(
    'updated',
    'UPDATE',
    'REFERENCING OLD TABLE AS removed NEW TABLE AS added',
    count(`${ADDED} UNION ALL ${REMOVED}`) + FORGET,
  ),
  trigger('deleted', 'DELETE', 'REFERENCING OLD TABLE AS removed', count(REMOVED) + FORGET),
  trigger('emptied', 'TRUNCATE', '', 'DELETE FROM authors;'),
].join('\n');
