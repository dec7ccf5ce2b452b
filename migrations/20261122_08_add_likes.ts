import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'who liked which blog; the numbers of likes stay';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('likes', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    blog_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'blogs', key: 'id' },
      onDelete: 'CASCADE',
    },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('likes', ['user_id', 'blog_id'], { unique: true });
  await queryInterface.addIndex('likes', ['blog_id']);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('likes');
}
