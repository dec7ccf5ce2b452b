import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all reactions to notes';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('note_reactions', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    note_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'notes', key: 'id' },
      onDelete: 'CASCADE',
    },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    kind: { type: DataTypes.TEXT, allowNull: false },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('note_reactions', ['note_id', 'kind', 'user_id'], { unique: true });
  await queryInterface.addIndex('note_reactions', ['user_id']);
  await queryInterface.addConstraint('note_reactions', {
    type: 'check',
    name: 'note_reactions_kind_known',
    fields: ['kind'],
    where: { kind: ['agree', 'insight', 'thanks', 'unsure'] },
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('note_reactions');
}
