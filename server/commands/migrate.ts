import { type Command, InvalidArgumentError, Option } from 'commander';
import { createMigration } from '../database/migration-create.ts';
import { planMigrations } from '../database/migration-plan.ts';
import { createMigrator, type Migrator } from '../database/migrator.ts';
import { withDatabase } from './with-database.ts';

export function addMigrateCommand(program: Command): void {
  const migrate = program
    .command('migrate')
    .description('Move the schema of the database, step by step, up or down.')
    .addHelpText(
      'after',
      `
Examples:
  carrel migrate status
  carrel migrate plan
  carrel migrate up --to 20261122_04_add_notes
  carrel migrate down --steps 2
  carrel migrate create add_color_to_teams`,
    );

  migrate
    .command('up')
    .description('run what is pending')
    .option('--to <name>', 'stop after this step')
    .addHelpText('after', '\nExamples:\n  carrel migrate up\n  carrel migrate up --to 20261122_04_add_notes')
    .action(({ to }: { to?: string }) =>
      withMigrator(async (migrator) => {
        let count = 0;
        await migrator.up(to, (name) => {
          count++;
          console.log(`up    ${name}`);
        });
        if (!count) console.log('Nothing is pending.');
      }),
    );

  migrate
    .command('down')
    .description('undo the newest step, or more of them')
    .addOption(new Option('--to <name>', 'undo everything down to and with this step; 0 for all').conflicts('steps'))
    .option('--steps <n>', 'how many steps to undo', readSteps)
    .addHelpText(
      'after',
      '\nExamples:\n  carrel migrate down\n  carrel migrate down --steps 2\n  carrel migrate down --to 0',
    )
    .action((which: { to?: string; steps?: number }) =>
      withMigrator(async (migrator) => {
        await migrator.down(which, (name, loses) => console.log(`down  ${name}${loses ? ` (lost: ${loses})` : ''}`));
      }),
    );

  migrate
    .command('status')
    .description('what was executed, and when, and what is pending')
    .option('--json', 'for programs')
    .addHelpText('after', '\nExamples:\n  carrel migrate status\n  carrel migrate status --json')
    .action(({ json }: { json?: boolean }) =>
      withMigrator(async (migrator) => {
        const status = await migrator.status();
        if (json) return console.log(JSON.stringify(status, null, 2));
        for (const { name, executedAt } of status.executed) console.log(`${executedAt.toISOString()}  ${name}`);
        for (const name of status.pending) console.log(`${'pending'.padEnd(24)}  ${name}`);
        for (const name of status.unknown) console.log(`  ${name} is of a newer release than this one`);
      }),
    );

  migrate
    .command('plan')
    .description('print the SQL that "up" would run; the database stays as it is')
    .addHelpText('after', '\nExample:\n  carrel migrate plan > plan.sql')
    .action(() =>
      withMigrator(async (migrator, sequelize) => {
        const plan = await planMigrations(sequelize, migrator);
        if (!plan.length) console.log('-- Nothing is pending.');
        for (const { name, sql } of plan)
          console.log(`-- ${name}\n${sql.map((line) => line.trim().replace(/;?$/, ';')).join('\n')}\n`);
      }),
    );

  migrate
    .command('create <name>')
    .description('write an empty migration into migrations/ of a checkout')
    .addHelpText('after', '\nExample:\n  carrel migrate create add_color_to_teams')
    .action((name: string) => console.log(createMigration(name)));
}

function readSteps(text: string): number {
  const steps = Number(text);
  if (!Number.isInteger(steps) || steps < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return steps;
}

function withMigrator(
  work: (migrator: Migrator, sequelize: Parameters<typeof createMigrator>[0]) => Promise<void>,
): Promise<void> {
  return withDatabase(({ sequelize }) => work(createMigrator(sequelize), sequelize), { migrated: false });
}
