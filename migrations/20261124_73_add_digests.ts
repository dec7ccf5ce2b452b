import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'who wants the weekly mail: everybody has to ask for it again';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('digests', {
    user_id: {
      type: DataTypes.INTEGER,
      primaryKey: true,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    // What the link in the mail proves its right by; 256 random bits, good for ending this mail and nothing else.
    token: { type: DataTypes.TEXT, allowNull: false, unique: true },
    sent_at: { type: DataTypes.DATE, allowNull: false },
    created_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('digests', ['sent_at']);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.dropTable('digests');
}
