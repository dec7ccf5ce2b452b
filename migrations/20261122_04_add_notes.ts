import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all notes';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('notes', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    content: { type: DataTypes.TEXT, allowNull: false },
    important: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    shared: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
    date: { type: DataTypes.DATE, allowNull: false },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    // A note is its author's: it outlives the blog it was written about.
    blog_id: { type: DataTypes.INTEGER, references: { model: 'blogs', key: 'id' }, onDelete: 'SET NULL' },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('notes', ['user_id', 'id']);
  await queryInterface.addIndex('notes', ['blog_id', 'id']);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('notes');
}
