import { type Channel, publish } from '../../events/publish.ts';
import { notify } from '../notifications/notify.ts';
import type { Viewer } from '../users/viewer.ts';
import type { Audience } from './audience.ts';
import type { Note } from './note.model.ts';

type Told = Pick<Note, 'id' | 'userId'> & Audience;

/** Tells everybody who may see a note, as it is or as it was, that it changed; its author also where he left the team. */
export function publishNote(...states: Told[]): Promise<void> {
  return publish(...states.map((note) => ({ topic: 'notes', id: note.id, to: audienceOf(note) })));
}

function audienceOf({ userId, shared, teamId }: Told): Channel[] {
  if (shared) return ['everyone'];
  return teamId === null ? [`user:${userId}`] : [`team:${teamId}`, `user:${userId}`];
}

/** Tells those who are mentioned, and of a reply who wrote the note; somebody who is both once. */
export async function notifyOfNote(
  viewer: Viewer,
  { id, blogId, teamId }: Pick<Note, 'id' | 'blogId' | 'teamId'>,
  mentioned: number[],
  repliedTo?: number,
): Promise<void> {
  const about = { noteId: id, blogId, teamId };
  await notify(viewer, mentioned, { kind: 'mentioned', ...about });
  if (repliedTo && !mentioned.includes(repliedTo)) await notify(viewer, [repliedTo], { kind: 'replied', ...about });
}
