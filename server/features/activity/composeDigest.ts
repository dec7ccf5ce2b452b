import { selectMarkedIn } from '../notes/marked.sql.ts';
import { type DueDigest, selectTeamsOf } from './digest.sql.ts';
import { selectNotifications } from './notifications.sql.ts';
import type { DigestContent, DigestLine } from './writeDigest.ts';

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

/** What somebody's digest says, with what he may see; nothing where there is nothing to tell. */
export async function composeDigest(
  { id, name, since }: DueDigest,
  publicUrl: string,
): Promise<DigestContent | undefined> {
  const sections: DigestContent['sections'] = [];
  const unseen = await selectNotifications(id, { unseen: '1' }, { limit: NOTIFICATIONS });
  const told = unseen.slice(0, NOTIFICATIONS).map(({ kind, actor, blog, note, team }): DigestLine => {
    const about = blog?.title ?? team?.name ?? '';
    const path = (note && `/notes/${note.id}`) ?? (blog && `/blogs/${blog.id}`) ?? (team && `/teams/${team.id}`);
    return {
      text: `${actor?.name ?? 'The operator'} ${SAID[kind] ?? kind}${about && `: ${about}`}`,
      ...(note && { excerpt: excerptOf(note.excerpt) }),
      ...(path && { url: publicUrl + path }),
    };
  });
  if (told.length) sections.push({ title: 'New for you', lines: told });
  for (const team of await selectTeamsOf(id)) {
    const marked = await selectMarkedIn(id, team.id, new Date(since), { limit: MARKED });
    const lines = marked
      .filter(({ deletedAt }) => !deletedAt)
      .slice(0, MARKED)
      .map((note) => ({ text: `${note.userName}: ${excerptOf(note.content)}`, url: `${publicUrl}/notes/${note.id}` }));
    if (lines.length) sections.push({ title: `Marked in ${team.name}`, lines });
  }
  return sections.length ? { greeting: `Hello ${name},`, sections, url: `${publicUrl}/activity` } : undefined;
}

function excerptOf(content: string): string {
  const line = content.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')} …` : line;
}
