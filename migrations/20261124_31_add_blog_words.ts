import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export async function up({ context: queryInterface }: Step) {
  const { sequelize } = queryInterface;
  await queryInterface.createTable('blog_words', {
    blog_id: {
      type: DataTypes.INTEGER,
      primaryKey: true,
      references: { model: 'blogs', key: 'id' },
      onDelete: 'CASCADE',
    },
    config: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'english' },
    head: { type: DataTypes.TSVECTOR, allowNull: false },
    words: { type: DataTypes.TSVECTOR, allowNull: false },
  });
  await sequelize.query(SEARCHABLE);
  await sequelize.query(LANGUAGE);
  await sequelize.query(INDEX_BLOG);
  await sequelize.query(TRIGGERS);
  await sequelize.query('SELECT count(carrel_index_blog(id)) FROM blogs');
  await sequelize.query(`
    CREATE INDEX blog_words_head ON blog_words USING gin (head);
    CREATE INDEX blog_words_words ON blog_words USING gin (words);
    CREATE INDEX blog_words_config ON blog_words (config);
    CREATE INDEX notes_words ON notes USING gin (to_tsvector('english', carrel_searchable(content)));
    CREATE INDEX blogs_site ON blogs (carrel_site(url) text_pattern_ops);
  `);
}

export async function down({ context: queryInterface }: Step) {
  // Nothing is lost: all of it is made from the blogs, the articles and the notes.
  await queryInterface.sequelize.query(`
    DROP INDEX notes_words;
    DROP INDEX blogs_site;
    DROP TRIGGER index_words ON articles;
    DROP TRIGGER index_words ON blogs;
    DROP FUNCTION carrel_article_changed();
    DROP FUNCTION carrel_blog_changed();
    DROP FUNCTION carrel_index_blog(int);
    DROP FUNCTION carrel_language(text);
    DROP TABLE blog_words;
    DROP FUNCTION carrel_searchable(text);
    DROP FUNCTION carrel_site(text);
  `);
}

// PostgreSQL's parser takes "Node.js" for a host, "and/or" for a path and "<Suspense>" for a tag, and a line of Chinese for
// one word. Each such character becomes a noncharacter (so that a snippet can be turned back), and each CJK character is
// followed by one, which makes it a word. Cut, because the words of one row may not take more than 1 MiB.
// The site is kept backwards, so that a site and all below it are one range of an index.
const SEARCHABLE = `
  CREATE FUNCTION carrel_searchable(content text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(
      translate(left(content, 200000), E'<>/.@\\uFDD0\\uFDD1', E'\\uFDD2\\uFDD3\\uFDD4\\uFDD5\\uFDD6'),
      '([\\u2E80-\\u2FFF\\u3005-\\u3007\\u3021-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF])',
      E'\\\\1\\uFDD7', 'g')
  $$;
  CREATE FUNCTION carrel_site(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT reverse(left(lower(substring(url from '^[^:]*://(?:[^/?#@]*@)?(?:www\\.)?([^/?#:]+)')), 300))
  $$`;

// What has a stemmer in every PostgreSQL from 15 on; a page that does not say its language is taken for English.
const LANGUAGE = `
  CREATE FUNCTION carrel_language(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE split_part(translate(lower(coalesce(nullif(trim(code), ''), 'en')), '_', '-'), '-', 1)
      WHEN 'en' THEN 'english' WHEN 'ar' THEN 'arabic' WHEN 'hy' THEN 'armenian' WHEN 'eu' THEN 'basque'
      WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'nl' THEN 'dutch' WHEN 'fi' THEN 'finnish'
      WHEN 'fr' THEN 'french' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek' WHEN 'hi' THEN 'hindi'
      WHEN 'hu' THEN 'hungarian' WHEN 'id' THEN 'indonesian' WHEN 'ga' THEN 'irish' WHEN 'it' THEN 'italian'
      WHEN 'lt' THEN 'lithuanian' WHEN 'ne' THEN 'nepali' WHEN 'no' THEN 'norwegian' WHEN 'nb' THEN 'norwegian'
      WHEN 'nn' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
      WHEN 'sr' THEN 'serbian' WHEN 'es' THEN 'spanish' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil'
      WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish' ELSE 'simple' END
  $$`;

// The row is locked before it is read again: a title and an article that change at once would each miss the other's words.
const INDEX_BLOG = `
  CREATE FUNCTION carrel_index_blog(id int) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM blog_words w WHERE w.blog_id = id FOR UPDATE;
    INSERT INTO blog_words (blog_id, config, head, words)
    SELECT b.id, c.config, c.head, c.head || setweight(to_tsvector(c.config::regconfig, coalesce(carrel_searchable(a.text), '')), 'D')
    FROM blogs b LEFT JOIN articles a ON a.blog_id = b.id
    CROSS JOIN LATERAL (SELECT carrel_language(a.language) AS config) l
    CROSS JOIN LATERAL (
      SELECT l.config, setweight(to_tsvector(l.config::regconfig, carrel_searchable(b.title)), 'A')
        || setweight(to_tsvector(l.config::regconfig, coalesce(carrel_searchable(b.author), '')), 'B') AS head) c
    WHERE b.id = carrel_index_blog.id
    ON CONFLICT (blog_id) DO UPDATE SET config = excluded.config, head = excluded.head, words = excluded.words;
  END $$`;

const TRIGGERS = `
  CREATE FUNCTION carrel_blog_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM carrel_index_blog(NEW.id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER index_words AFTER INSERT OR UPDATE OF title, author ON blogs
    FOR EACH ROW EXECUTE FUNCTION carrel_blog_changed();

  CREATE FUNCTION carrel_article_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      PERFORM carrel_index_blog(OLD.blog_id);
    ELSIF TG_OP = 'UPDATE' OR NEW.text IS NOT NULL THEN
      PERFORM carrel_index_blog(NEW.blog_id);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER index_words AFTER INSERT OR DELETE OR UPDATE OF text, language ON articles
    FOR EACH ROW EXECUTE FUNCTION carrel_article_changed()`;
