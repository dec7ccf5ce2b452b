#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { endQuietlyWithReader, ReaderGone } from './commands/output.ts';
import { VERSION } from './version.ts';
import { letYoungGenerationGrow } from './young-generation.ts';

letYoungGenerationGrow(false);

const program = new Command('carrel')
  .description('A reading list that a team shares.')
  .version(VERSION)
  .showHelpAfterError('(add --help for how it is used)')
  .addHelpText(
    'after',
    `
Every command works beside a running server and without one, on the data folder CARREL_DATA (./data) or on DATABASE_URL.
It ends with 0 when all went well, 1 when something was refused or failed, 2 when it was called wrongly.

Examples:
  carrel serve                            start the server on http://localhost:3001
  carrel demo                             something to look at, on an empty server
  carrel user list                        who has an account
  carrel user disable ann@example.com     shut somebody out, from the next request on
  carrel blogs --sort likes | head        what the team likes
  carrel jobs list --state failed         which pages could not be fetched, and why
  carrel migrate status                   which steps of the schema were run
  carrel user create --help               how one command is used`,
  )
  .exitOverride();

/** Loaded when they are asked for, all of them for the overview: a command should not wait for what the others need. */
const COMMANDS: Record<string, () => Promise<(program: Command) => void>> = {
  serve: async () => (await import('./commands/serve.ts')).addServeCommand,
  user: async () => (await import('./commands/user.ts')).addUserCommand,
  blogs: async () => (await import('./commands/blogs.ts')).addBlogsCommand,
  demo: async () => (await import('./commands/demo.ts')).addDemoCommand,
  jobs: async () => (await import('./commands/jobs.ts')).addJobsCommand,
  migrate: async () => (await import('./commands/migrate.ts')).addMigrateCommand,
};

const [, , asked = ''] = process.argv;
for (const [name, load] of Object.entries(COMMANDS))
  if (name === asked || !Object.hasOwn(COMMANDS, asked)) (await load())(program);

endQuietlyWithReader();
try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what was wrong itself; help and version end with 0, wrong usage with 2.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (!(error instanceof ReaderGone)) {
    const { sentenceOf } = await import('./commands/sentence.ts');
    console.error(`carrel: ${sentenceOf(error)}`);
    if (process.env.CARREL_LOG === 'debug') console.error(error);
    process.exitCode = 1;
  }
}
