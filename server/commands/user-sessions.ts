import type { Command } from 'commander';
import { endSessionsOf, listSessions, presentSession } from '../features/sessions/sessions.ts';
import { OPERATOR } from './operator.ts';
import { minute, oneLine, print, printJson, printTable } from './output.ts';
import { requireUser } from './require-user.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  end?: boolean;
  json?: boolean;
}

export function addUserSessionsCommand(user: Command): void {
  user
    .command('sessions <username>')
    .description('Show where a user is logged in and which API tokens live, or end them all.')
    .option('--end', 'end every one of them, API tokens too; each is refused from its next request on')
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Examples:
  carrel user sessions ann@example.com
  carrel user sessions ann@example.com --end`,
    )
    .action((username: string, options: Options) => withDatabase(() => showOrEnd(username, options)));
}

async function showOrEnd(username: string, { end, json }: Options): Promise<void> {
  const named = await requireUser(username);
  if (end) {
    const ended = await endSessionsOf(OPERATOR, named.id);
    if (json) return printJson({ ended });
    return print(`${ended} ${ended === 1 ? 'session' : 'sessions'} of ${oneLine(named.username)} ended.`);
  }
  const sessions = await listSessions(named);
  if (json) return printJson(sessions.map((session) => presentSession(OPERATOR, session)));
  if (!sessions.length) return print(`${oneLine(named.username)} has no session.`);
  await printTable(
    ['id', 'kind', 'label or program', 'address', 'last seen', 'ends'],
    sessions.map(({ id, kind, label, userAgent, ip, lastSeenAt, expiresAt }) => [
      id,
      kind,
      (label ?? userAgent ?? '').slice(0, 50),
      ip ?? '',
      minute(lastSeenAt),
      minute(expiresAt),
    ]),
  );
}
