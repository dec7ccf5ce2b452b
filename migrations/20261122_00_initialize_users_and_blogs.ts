import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all users and all blogs';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('users', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    username: { type: DataTypes.TEXT, allowNull: false },
    name: { type: DataTypes.TEXT, allowNull: false },
    password_hash: { type: DataTypes.TEXT, allowNull: false },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.sequelize.query('CREATE UNIQUE INDEX users_username_any_case ON users (lower(username))');

  await queryInterface.createTable('blogs', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    title: { type: DataTypes.TEXT, allowNull: false },
    author: { type: DataTypes.TEXT },
    url: { type: DataTypes.TEXT, allowNull: false },
    likes: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'RESTRICT',
    },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('blogs', ['user_id', 'id']);
  // The orders and filters of the blog list, each with the id that its cursor ends in.
  await queryInterface.sequelize.query(`
    CREATE INDEX blogs_likes_id ON blogs (likes DESC, id DESC);
    CREATE INDEX blogs_title_id ON blogs (lower(left(title, 100)), id);
    CREATE INDEX blogs_author ON blogs (lower(author), id);
    CREATE INDEX blogs_url ON blogs USING hash (url);
  `);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('blogs');
  await queryInterface.dropTable('users');
}
