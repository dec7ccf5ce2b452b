import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TEMPLATE = `import type { Step } from '../server/database/migrator.ts';

// What going down throws away, for whoever runs it: export const loses = '…';

export async function up({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('…');
}

export async function down({ context: queryInterface }: Step) {
  await queryInterface.sequelize.query('…');
}
`;

/**
 * Writes migrations/DATE_NN_NAME.ts in the checkout at `folder` and answers its path; NN goes on from today's last.
 * @throws Error when the name is not snake_case or the folder is no checkout.
 */
export function createMigration(name: string, folder = process.cwd(), today = new Date()): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" is not snake_case, like add_color_to_teams.`);
  const migrations = path.join(folder, 'migrations');
  if (!existsSync(path.join(migrations, '20261122_00_initialize_users_and_blogs.ts')))
    throw new Error('Migrations are written in a checkout of Carrel; there is none in this folder.');
  const date = today.toISOString().slice(0, 10).replaceAll('-', '');
  const numbers = readdirSync(migrations)
    .filter((file) => file.startsWith(`${date}_`))
    .map((file) => Number(file.slice(9, 11)));
  const number = String(Math.max(-1, ...numbers) + 1).padStart(2, '0');
  const file = path.join(migrations, `${date}_${number}_${name}.ts`);
  writeFileSync(file, TEMPLATE, { flag: 'wx' });
  return file;
}
