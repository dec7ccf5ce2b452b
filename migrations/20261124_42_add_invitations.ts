import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'all invitations: their links lead nowhere; who joined by one stays';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('invitations', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    token_hash: { type: DataTypes.BLOB, allowNull: false },
    team_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'teams', key: 'id' },
      onDelete: 'CASCADE',
    },
    // An invitation is worth what its maker's word is, and goes with his account.
    created_by: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    role: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'member' },
    expires_at: { type: DataTypes.DATE },
    max_uses: { type: DataTypes.INTEGER },
    uses: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    revoked_at: { type: DataTypes.DATE },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('invitations', ['token_hash'], { unique: true });
  await queryInterface.addIndex('invitations', ['team_id', 'id']);
  await queryInterface.addIndex('invitations', ['created_by']);
  await queryInterface.sequelize.query(`
    ALTER TABLE invitations
      ADD CONSTRAINT invitations_role_known CHECK (role IN ('owner', 'member')),
      ADD CONSTRAINT invitations_uses_allowed CHECK (uses >= 0 AND (max_uses IS NULL OR uses <= max_uses))`);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('invitations');
}
