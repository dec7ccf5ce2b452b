import type { Command } from 'commander';
import Type from 'typebox';
import { Password } from '../features/users/users.schemas.ts';
import { requireInput } from '../http/validation.ts';
import { loadDemo } from './demo/load.ts';
import { addressOf, USERS } from './demo/people.ts';
import { randomPassword } from './new-password.ts';
import { print, printJson, printTable } from './output.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  password?: string;
  json?: boolean;
}

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('Fill an empty server with a small library: users, teams, blogs, notes. For a look around.')
    .option('--password <password>', 'the password of all its users, instead of a random one')
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
The blogs are real and public; the users are made up. It refuses on a server that has users.

Examples:
  carrel demo
  CARREL_DATA=./demo-data carrel demo --password "read me first"`,
    )
    .action(async ({ password = randomPassword(), json }: Options) => {
      requireInput(Type.Object({ password: Password }), { password });
      await withDatabase(async () => {
        await loadDemo(password);
        await (json ? printJson({ password, users: accounts() }) : tell(password));
      });
    });
}

async function tell(password: string): Promise<void> {
  await printTable(
    ['username', 'name', 'standing'],
    accounts().map(({ username, name, standing }) => [username, name, standing]),
  );
  await print(
    '',
    `Password of them all: ${password}`,
    'It is shown this once. Log in with a username and this password where "carrel serve" says the server is.',
  );
}

function accounts() {
  return USERS.map(({ key, name, disabled }, i) => {
    const standing = disabled ? 'disabled' : i === 0 ? 'admin' : 'member';
    return { username: addressOf(key), name, standing };
  });
}
