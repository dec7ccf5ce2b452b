import type { Step } from '../server/database/migrator.ts';

// What the members of a team marked this week is found member by member.
export async function up({ context: queryInterface }: Step) {
  await queryInterface.addIndex('user_notes', ['user_id', 'created_at']);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeIndex('user_notes', ['user_id', 'created_at']);
}
