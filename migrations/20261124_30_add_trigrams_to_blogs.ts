import type { Step } from '../server/database/migrator.ts';

export async function up({ context: queryInterface }: Step) {
  // A trusted extension: whoever may create in the database may create it, or an administrator did before.
  await queryInterface.sequelize.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await queryInterface.sequelize.query(
    'CREATE INDEX blogs_trigrams ON blogs USING gin (title gin_trgm_ops, author gin_trgm_ops)',
  );
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('DROP INDEX blogs_trigrams');
  // One that an administrator created is not ours to drop, and would stop the way back.
  await queryInterface.sequelize.query(`
    DO $$ BEGIN
      IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm' AND pg_has_role(extowner, 'USAGE')) THEN
        DROP EXTENSION pg_trgm;
      END IF;
    END $$`);
}
