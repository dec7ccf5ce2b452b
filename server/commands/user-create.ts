import type { Command } from 'commander';
import { NewUser } from '../features/users/users.schemas.ts';
import { createUser, presentUser } from '../features/users/users.ts';
import { requireInput } from '../http/validation.ts';
import { randomPassword, readPassword } from './new-password.ts';
import { OPERATOR } from './operator.ts';
import { oneLine, print, printJson } from './output.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  username: string;
  name: string;
  admin?: true;
  passwordStdin?: boolean;
  json?: boolean;
}

export function addUserCreateCommand(user: Command): void {
  user
    .command('create')
    .description('Create an account; without --password-stdin it gets a random password, shown this once.')
    .requiredOption('--username <address>', 'the e-mail address to log in with')
    .requiredOption('--name <name>', 'the name that others see')
    .option('--admin', 'make an admin; the first user of a server is one anyway')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Examples:
  carrel user create --username ann@example.com --name "Ann Smith"
  carrel user create --username root@example.com --name Root --admin
  carrel user create --username bo@example.com --name Bo --password-stdin < password.txt`,
    )
    .action(async (options: Options) => {
      const password = options.passwordStdin ? await readPassword() : randomPassword();
      const { username, name } = options;
      requireInput(NewUser, { username, name, password });
      await withDatabase(() => create({ username, name, password, admin: options.admin }, options));
    });
}

async function create(fields: NewUser & { admin?: true }, { passwordStdin, json }: Options): Promise<void> {
  const created = presentUser(await createUser(OPERATOR, fields));
  const shown = passwordStdin ? undefined : fields.password;
  if (json) return printJson({ ...created, password: shown });
  await print(`Created ${oneLine(created.username)} (id ${created.id}${created.admin ? ', admin' : ''}).`);
  if (shown) await print(`Password: ${shown}`, 'It is shown this once; to set another: carrel user password');
}
