import type { Step } from '../server/database/migrator.ts';

export const loses = 'how far each reader came in each text';

export async function up({ context: queryInterface }: Step) {
  // Not by addColumn, which writes the default as text. A constant default rewrites no row.
  await queryInterface.sequelize.query('ALTER TABLE readinglists ADD COLUMN progress real NOT NULL DEFAULT 0');
  await queryInterface.sequelize.query(
    'ALTER TABLE readinglists ADD CONSTRAINT readinglists_progress_is_a_share CHECK (progress BETWEEN 0 AND 1)',
  );
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('readinglists', 'progress'); // its constraint goes with it
}
