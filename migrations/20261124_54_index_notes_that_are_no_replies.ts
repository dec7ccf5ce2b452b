import type { Step } from '../server/database/migrator.ts';

// Lists show notes without replies, newest first: a conversation of thousands must not be walked through to get past it.
export async function up({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('CREATE INDEX notes_no_reply_id ON notes (id) WHERE parent_id IS NULL');
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('DROP INDEX notes_no_reply_id');
}
