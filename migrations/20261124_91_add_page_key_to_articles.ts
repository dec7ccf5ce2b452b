import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'to which page each address led; it is known again when the page is fetched again';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.addColumn('articles', 'page_key', { type: DataTypes.TEXT });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('articles', 'page_key');
}
