import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all sessions and API tokens: everybody has to log in again';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('sessions', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    token_hash: { type: DataTypes.BLOB, allowNull: false },
    kind: { type: DataTypes.TEXT, allowNull: false },
    label: { type: DataTypes.TEXT },
    user_agent: { type: DataTypes.TEXT },
    ip: { type: DataTypes.TEXT },
    last_seen_at: { type: DataTypes.DATE, allowNull: false },
    expires_at: { type: DataTypes.DATE, allowNull: false },
    // Whether each use moves expires_at on; an API token with a date of its own stays at that date.
    sliding: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('sessions', ['token_hash'], { unique: true });
  await queryInterface.addIndex('sessions', ['user_id']);
  await queryInterface.addIndex('sessions', ['expires_at']);
  await queryInterface.addConstraint('sessions', {
    type: 'check',
    name: 'sessions_kind_known',
    fields: ['kind'],
    where: { kind: ['login', 'token'] },
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('sessions');
}
