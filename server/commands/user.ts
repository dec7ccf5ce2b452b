import type { Command } from 'commander';
import { addUserCreateCommand } from './user-create.ts';
import { addUserListCommand } from './user-list.ts';
import { addUserPasswordCommand } from './user-password.ts';
import { addUserSessionsCommand } from './user-sessions.ts';
import { addUserStandingCommands } from './user-standing.ts';

export function addUserCommand(program: Command): void {
  const user = program
    .command('user')
    .description('Manage the accounts: who is here, who may log in, who is admin.')
    .addHelpText(
      'after',
      `
Examples:
  carrel user list
  carrel user create --username ann@example.com --name "Ann Smith"
  carrel user disable ann@example.com
  carrel user sessions ann@example.com --end`,
    );
  addUserListCommand(user);
  addUserCreateCommand(user);
  addUserStandingCommands(user);
  addUserPasswordCommand(user);
  addUserSessionsCommand(user);
}
