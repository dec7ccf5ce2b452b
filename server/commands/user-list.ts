import { type Command, Option } from 'commander';
import type { Keyset } from '../database/keyset.ts';
import type { PersonListAnswer } from '../features/people/people.schemas.ts';
import { listPeople, presentListedPerson } from '../features/people/people.ts';
import type { UserQuery } from '../features/users/users.schemas.ts';
import { OPERATOR } from './operator.ts';
import { printJson, printTable } from './output.ts';
import { everyPage } from './pages.ts';
import { withDatabase } from './with-database.ts';

const ORDER: Keyset = { name: 'id', id: 'id', direction: 'ASC' };

interface Options {
  scope: NonNullable<UserQuery['scope']>;
  name?: string;
  json?: boolean;
}

export function addUserListCommand(user: Command): void {
  user
    .command('list')
    .description('Show who has an account.')
    .addOption(new Option('--scope <which>', 'which of them').choices(['all', 'admin', 'disabled']).default('all'))
    .option('--name <part>', 'only those with this in their name, in any case')
    .option('--json', 'for programs: one JSON array')
    .addHelpText(
      'after',
      `
Examples:
  carrel user list
  carrel user list --scope disabled
  carrel user list --name jami --json`,
    )
    .action((options: Options) => withDatabase(() => listUsers(options)));
}

async function listUsers({ json, ...query }: Options): Promise<void> {
  const people: Omit<PersonListAnswer, 'blogs'>[] = [];
  for await (const page of everyPage(ORDER, (page) => listPeople(OPERATOR, query as UserQuery, page)))
    people.push(...page.map(presentListedPerson).map(({ blogs, ...person }) => person)); // the newest blogs say little here
  if (json) return printJson(people);
  await printTable(
    ['id', 'username', 'name', 'standing', 'blogs', 'notes', 'teams'],
    people.map((person) => [
      person.id,
      person.username,
      person.name,
      standingOf(person),
      person.blogCount,
      person.noteCount,
      person.teams.map(({ name }) => name).join(', '),
    ]),
  );
}

function standingOf({ admin, disabled }: { admin: boolean; disabled: boolean }): string {
  return [admin && 'admin', disabled && 'disabled'].filter(Boolean).join(', ') || 'member';
}
