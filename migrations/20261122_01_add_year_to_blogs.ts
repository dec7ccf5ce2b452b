import { DataTypes } from 'sequelize';
import type { Step } from '../server/database/migrator.ts';

export const loses = 'the year in which each blog was written';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.addColumn('blogs', 'year', { type: DataTypes.INTEGER });
  await queryInterface.sequelize.query('CREATE INDEX blogs_year_id ON blogs ((coalesce(year, 0)) DESC, id DESC)');
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.removeColumn('blogs', 'year'); // its index goes with it
}
