#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addMigrateCommand } from './commands/migrate.ts';
import { addServeCommand } from './commands/serve.ts';
import { VERSION } from './version.ts';

const program = new Command('carrel')
  .description('A reading list that a team shares.')
  .version(VERSION)
  .showHelpAfterError('(add --help for how it is used)')
  .exitOverride();

addServeCommand(program);
addMigrateCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what was wrong itself; help and version end with 0, wrong usage with 2.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(`carrel: ${error instanceof Error ? error.message : error}`);
    if (process.env.CARREL_LOG === 'debug') console.error(error);
    process.exitCode = 1;
  }
}
