import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'the posts that were dismissed in the last hour and could still be put back';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.addColumn('inbox_items', 'dismissed_at', { type: DataTypes.DATE });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('DELETE FROM inbox_items WHERE dismissed_at IS NOT NULL');
  await queryInterface.removeColumn('inbox_items', 'dismissed_at');
}
