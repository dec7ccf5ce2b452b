import type { Command } from 'commander';
import Type from 'typebox';
import { changeAccount } from '../features/people/account.ts';
import { Password } from '../features/users/users.schemas.ts';
import { presentUser } from '../features/users/users.ts';
import { requireInput } from '../http/validation.ts';
import { randomPassword, readPassword } from './new-password.ts';
import { OPERATOR } from './operator.ts';
import { oneLine, print, printJson } from './output.ts';
import { requireUser } from './require-user.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  passwordStdin?: boolean;
  json?: boolean;
}

export function addUserPasswordCommand(user: Command): void {
  user
    .command('password <username>')
    .description('Set a new password, random unless given, and end every session of the user.')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Examples:
  carrel user password ann@example.com
  carrel user password ann@example.com --password-stdin < password.txt`,
    )
    .action(async (username: string, options: Options) => {
      const password = options.passwordStdin ? await readPassword() : randomPassword();
      requireInput(Type.Object({ password: Password }), { password });
      await withDatabase(() => setPassword(username, password, options));
    });
}

async function setPassword(username: string, password: string, { passwordStdin, json }: Options): Promise<void> {
  const named = await requireUser(username);
  const changed = await changeAccount(OPERATOR, named.username, { password });
  if (json) return printJson({ ...presentUser(changed), password: passwordStdin ? undefined : password });
  await print(`${oneLine(changed.username)} has a new password, and every session is ended.`);
  if (!passwordStdin) await print(`Password: ${password}`, 'It is shown this once.');
}
