import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'which members hide their progress: their teams see it again';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.addColumn('memberships', 'hides_progress', {
    type: DataTypes.BOOLEAN,
    allowNull: false,
    defaultValue: false,
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('memberships', 'hides_progress');
}
