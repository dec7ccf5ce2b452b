import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all teams and who belongs to them';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('teams', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    name: { type: DataTypes.TEXT, allowNull: false },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.sequelize.query('CREATE UNIQUE INDEX teams_name_any_case ON teams (lower(name))');

  await queryInterface.createTable('memberships', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    team_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'teams', key: 'id' },
      onDelete: 'CASCADE',
    },
    role: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'member' },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('memberships', ['team_id', 'user_id'], { unique: true });
  await queryInterface.addIndex('memberships', ['user_id']);
  await queryInterface.addConstraint('memberships', {
    type: 'check',
    name: 'memberships_role_known',
    fields: ['role'],
    where: { role: ['owner', 'member'] },
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('memberships');
  await queryInterface.dropTable('teams');
}
