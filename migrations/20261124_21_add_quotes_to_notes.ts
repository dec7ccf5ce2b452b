import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'which passage each note is about; a plain highlight becomes a note without text';

/** The three parts of a TextQuoteSelector: what was quoted, and some of the text before and after it. */
const COLUMNS = ['quote', 'prefix', 'suffix'];

export async function up({ context: queryInterface }: Step) {
  for (const column of COLUMNS) await queryInterface.addColumn('notes', column, { type: DataTypes.TEXT });
  await queryInterface.sequelize.query(
    `ALTER TABLE notes ADD CONSTRAINT notes_quote_is_whole
     CHECK ((quote IS NULL) = (prefix IS NULL) AND (quote IS NULL) = (suffix IS NULL))`,
  );
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('ALTER TABLE notes DROP CONSTRAINT notes_quote_is_whole');
  for (const column of COLUMNS) await queryInterface.removeColumn('notes', column);
}
