import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all reading lists, with what was read and when';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('readinglists', {
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
    read: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    read_at: { type: DataTypes.DATE },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('readinglists', ['user_id', 'blog_id'], { unique: true });
  await queryInterface.addIndex('readinglists', ['blog_id']);
  // One's own list, newest first, and the counts of read and unread, each from the index alone.
  await queryInterface.sequelize.query(
    'CREATE INDEX readinglists_user_id_id ON readinglists (user_id, id DESC) INCLUDE (read)',
  );
  await queryInterface.sequelize.query(
    'ALTER TABLE readinglists ADD CONSTRAINT readinglists_read_at_when_read CHECK (read = (read_at IS NOT NULL))',
  );
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('readinglists');
}
