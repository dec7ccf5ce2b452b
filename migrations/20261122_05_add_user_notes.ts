import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'which notes users have marked for themselves';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('user_notes', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    note_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'notes', key: 'id' },
      onDelete: 'CASCADE',
    },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('user_notes', ['user_id', 'note_id'], { unique: true });
  await queryInterface.addIndex('user_notes', ['note_id']);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('user_notes');
}
