import { selectMarkedIn } from '../notes/marked.sql.ts';
import { type DueDigest, selectTeamsOf } from './digest.sql.ts';
import { selectNotifications } from './notifications.sql.ts';

const NOTIFICATIONS = 20;
const MARKED = 5; // notes a team
const EXCERPT = 160; // characters

const SAID: Record<string, string> = {
  mentioned: 'mentioned you',
  replied: 'replied to your note',
  reacted: 'reacted to your note',
  marked: 'marked your note',
  'team-reading': 'put on your team’s list',
  'added-to-team': 'took you into the team',
};

/** The text of somebody's digest, with what he may see; none where there is nothing to tell. */
export async function composeDigest({ id, name, since }: DueDigest, publicUrl: string): Promise<string | undefined> {
  const parts: string[] = [];
  const unseen = await selectNotifications(id, { unseen: '1' }, { limit: NOTIFICATIONS });
  const told = unseen.slice(0, NOTIFICATIONS).map(({ kind, actor, blog, note, team }) => {
    const about = blog?.title ?? team?.name ?? '';
    const line = `- ${actor?.name ?? 'The operator'} ${SAID[kind] ?? kind}${about && `: ${about}`}`;
    return note ? `${line}\n  ${excerptOf(note.excerpt)}` : line;
  });
  if (told.length) parts.push(section('New for you', told));
  for (const team of await selectTeamsOf(id)) {
    const marked = await selectMarkedIn(id, team.id, new Date(since), { limit: MARKED });
    const lines = marked
      .filter(({ deletedAt }) => !deletedAt)
      .slice(0, MARKED)
      .map((note) => `- ${note.userName}: ${excerptOf(note.content)}\n  ${publicUrl}/notes/${note.id}`);
    if (lines.length) parts.push(section(`Marked in ${team.name}`, lines));
  }
  if (!parts.length) return;
  return [`Hello ${name},`, ...parts, `All of it: ${publicUrl}/activity`].join('\n\n');
}

function section(title: string, lines: string[]): string {
  return `${title}\n${'-'.repeat(title.length)}\n${lines.join('\n')}`;
}

function excerptOf(content: string): string {
  const line = content.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')} …` : line;
}
