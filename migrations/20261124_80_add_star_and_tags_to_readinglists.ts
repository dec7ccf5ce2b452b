import type { Step } from '../server/database/migrator.ts';

export const loses = 'every reader’s stars and tags';

export async function up({ context: queryInterface }: Step) {
  // A constant default rewrites no row.
  await queryInterface.sequelize.query(
    `ALTER TABLE readinglists ADD COLUMN starred_at timestamptz, ADD COLUMN tags text[] NOT NULL DEFAULT '{}'`,
  );
  await queryInterface.sequelize.query(
    'ALTER TABLE readinglists ADD CONSTRAINT readinglists_tags_are_few CHECK (cardinality(tags) <= 20)',
  );
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('readinglists', 'starred_at');
  await queryInterface.removeColumn('readinglists', 'tags'); // its constraint goes with it
}
