import type { Page } from '../../database/keyset.ts';
import { Invalid } from '../../errors.ts';
import type { Viewer } from '../users/viewer.ts';
import { requireMembership } from './audience.ts';
import type { MarkedAnswer } from './marked.schemas.ts';
import { type MarkedRow, selectMarkedIn } from './marked.sql.ts';
import { presentNote } from './notes.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * What the members of a team of the viewer's have marked since a time (ISO 8601; a week ago when left out), the most marked
 * first, as far as he may see it: a page, and one row more if there is more. @throws NotFound, Forbidden, Invalid.
 */
export async function listMarkedIn(viewer: Viewer, teamId: number, since: string | undefined, page: Page) {
  await requireMembership(viewer, teamId, 'only the members of a team see what is marked in it');
  const from = since === undefined ? new Date(Date.now() - WEEK_MS) : new Date(since);
  if (Number.isNaN(from.getTime())) throw new Invalid('since is not a time that exists');
  return selectMarkedIn(viewer.id, teamId, from, page);
}

export function presentMarked(note: MarkedRow): MarkedAnswer {
  return { ...presentNote(note), marks: note.marks, markedBy: note.markedBy };
}
