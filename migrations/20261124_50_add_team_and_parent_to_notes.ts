import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses =
  'which notes were for a team (they become private), which notes answered which (a reply to a private note becomes private), and the places of deleted notes that others had replied to';

export async function up({ context: queryInterface }: Step) {
  // Existing notes keep their meaning: with `shared` for everybody, without it, and without a team, for who wrote it alone.
  await queryInterface.addColumn('notes', 'team_id', {
    type: DataTypes.INTEGER,
    references: { model: 'teams', key: 'id' },
    onDelete: 'SET NULL',
  });
  // No action: what others replied must not go unnoticed with what they replied to.
  await queryInterface.addColumn('notes', 'parent_id', {
    type: DataTypes.INTEGER,
    references: { model: 'notes', key: 'id' },
    onDelete: 'NO ACTION',
  });
  await queryInterface.addColumn('notes', 'deleted_at', { type: DataTypes.DATE });
  await queryInterface.addIndex('notes', ['team_id', 'id']);
  await queryInterface.addIndex('notes', ['parent_id', 'id']);
  await queryInterface.sequelize.query(`
    ALTER TABLE notes ADD CONSTRAINT notes_for_a_team_or_for_all CHECK (NOT (shared AND team_id IS NOT NULL));
    ALTER TABLE notes ADD CONSTRAINT notes_emptied_when_deleted CHECK (deleted_at IS NULL OR (content = '' AND quote IS NULL));
  `);
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query(`
    UPDATE notes r SET shared = false FROM notes p WHERE p.id = r.parent_id AND r.shared AND NOT p.shared;
    UPDATE notes SET parent_id = NULL WHERE parent_id IS NOT NULL;
    DELETE FROM notes WHERE deleted_at IS NOT NULL;
    ALTER TABLE notes DROP CONSTRAINT notes_emptied_when_deleted;
    ALTER TABLE notes DROP CONSTRAINT notes_for_a_team_or_for_all;
  `);
  await queryInterface.removeColumn('notes', 'deleted_at');
  await queryInterface.removeColumn('notes', 'parent_id');
  await queryInterface.removeColumn('notes', 'team_id');
}
