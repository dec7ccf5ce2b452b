import type { Command } from 'commander';
import { changeAccount } from '../features/people/account.ts';
import type { UserChange } from '../features/users/users.schemas.ts';
import { presentUser } from '../features/users/users.ts';
import { OPERATOR } from './operator.ts';
import { oneLine, print, printJson } from './output.ts';
import { requireUser } from './require-user.ts';
import { withDatabase } from './with-database.ts';

const STANDINGS: { command: string; does: string; change: UserChange; done: string }[] = [
  {
    command: 'disable',
    does: 'Shut a user out: the next request of any session is refused, and so is a login.',
    change: { disabled: true },
    done: 'is disabled: the next request of any session is refused, and so is a login.',
  },
  {
    command: 'enable',
    does: 'Let a disabled user in again; sessions that still live go on.',
    change: { disabled: false },
    done: 'is enabled: may log in, and sessions that still live go on.',
  },
  {
    command: 'promote',
    does: 'Make a user an admin.',
    change: { admin: true },
    done: 'is an admin.',
  },
  {
    command: 'demote',
    does: 'Make an admin a member like others; never the last one.',
    change: { admin: false },
    done: 'is no admin.',
  },
];

/** `disable`, `enable`, `promote`, `demote`: one change each. Doing it twice is no error. */
export function addUserStandingCommands(user: Command): void {
  for (const { command, does, change, done } of STANDINGS)
    user
      .command(`${command} <username>`)
      .description(does)
      .option('--json', 'for programs')
      .addHelpText('after', `\nExample:\n  carrel user ${command} ann@example.com`)
      .action((username: string, { json }: { json?: boolean }) =>
        withDatabase(async () => {
          const named = await requireUser(username);
          const changed = await changeAccount(OPERATOR, named.username, change);
          if (json) return printJson(presentUser(changed));
          await print(`${oneLine(changed.username)} ${done}`);
        }),
      );
}
