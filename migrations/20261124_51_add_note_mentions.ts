import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'who is mentioned in which note; the names stay in the notes as text';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.createTable('note_mentions', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    note_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'notes', key: 'id' },
      onDelete: 'CASCADE',
    },
    user_id: {
      type: DataTypes.INTEGER,
      allowNull: false,
      references: { model: 'users', key: 'id' },
      onDelete: 'CASCADE',
    },
    // As it stands in the note, without the @: a name that is changed later is still found there.
    written: { type: DataTypes.TEXT, allowNull: false },
    created_at: { type: DataTypes.DATE, allowNull: false },
    updated_at: { type: DataTypes.DATE, allowNull: false },
  });
  await queryInterface.addIndex('note_mentions', ['note_id', 'user_id'], { unique: true });
  await queryInterface.addIndex('note_mentions', ['user_id', 'note_id']);
  // A mention is looked up by name whenever a note with an @ is written.
  await queryInterface.sequelize.query('CREATE INDEX users_name_any_case ON users (lower(name))');
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('DROP INDEX users_name_any_case');
  await queryInterface.dropTable('note_mentions');
}
