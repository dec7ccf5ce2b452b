import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'what is on the lists of teams; on the lists of their members it stays, as their own';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('team_readings', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    team_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'teams', key: 'id' },
      onDelete: 'CASCADE',
    },
    blog_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'blogs', key: 'id' },
      onDelete: 'CASCADE',
    },
    // The list is the team's: it outlives the account of who added to it.
    user_id: { type: DataTypes.INTEGER, references: { model: 'users', key: 'id' }, onDelete: 'SET NULL' },
    due_on: { type: DataTypes.DATEONLY },
    word: { type: DataTypes.TEXT },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('team_readings', ['team_id', 'blog_id'], { unique: true });
  await queryInterface.addIndex('team_readings', ['blog_id']);
  await queryInterface.addIndex('team_readings', ['user_id']);
  // What is on a list before this step was put there by its reader.
  await queryInterface.addColumn('readinglists', 'own', {
    type: DataTypes.BOOLEAN,
    allowNull: false,
    defaultValue: true,
  });
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('readinglists', 'own');
  await queryInterface.dropTable('team_readings');
}
