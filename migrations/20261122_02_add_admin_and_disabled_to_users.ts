import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'who is an admin and who is disabled';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.addColumn('users', 'admin', { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false });
  await queryInterface.addColumn('users', 'disabled', {
    type: DataTypes.BOOLEAN,
    allowNull: false,
    defaultValue: false,
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('users', 'disabled');
  await queryInterface.removeColumn('users', 'admin');
}
