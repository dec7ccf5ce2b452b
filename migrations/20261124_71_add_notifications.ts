import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all notifications';

export async function up({ context: queryInterface }: Step) {
  const pointsTo = (model: string, allowNull = true) => ({
    type: DataTypes.INTEGER,
    allowNull,
    references: { model, key: 'id' },
    onDelete: 'CASCADE', // a notification of what is gone leads nowhere
  });
  await queryInterface.createTable('notifications', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: pointsTo('users', false),
    kind: { type: DataTypes.TEXT, allowNull: false },
    actor_id: pointsTo('users'),
    team_id: pointsTo('teams'),
    blog_id: pointsTo('blogs'),
    note_id: pointsTo('notes'),
    seen_at: { type: DataTypes.DATE },
    created_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('notifications', ['user_id', 'id']);
  for (const column of ['actor_id', 'team_id', 'blog_id', 'note_id'])
    await queryInterface.addIndex('notifications', [column]);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('notifications');
}
