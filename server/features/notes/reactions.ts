import type { Viewer } from '../users/viewer.ts';
import type { ReactionKind } from './conversation.schemas.ts';
import { NoteReaction } from './note-reaction.model.ts';
import { findNote } from './notes.ts';

/** Reacts to a note, one's own too; doing it again changes nothing. @throws NotFound. */
export async function reactTo(viewer: Viewer, noteId: number, kind: ReactionKind): Promise<void> {
  await findNote(viewer, noteId);
  await NoteReaction.bulkCreate([{ userId: viewer.id, noteId, kind }], { ignoreDuplicates: true });
}

/** Takes one's reaction back; without one nothing changes. @throws NotFound. */
export async function takeReactionBack(viewer: Viewer, noteId: number, kind: ReactionKind): Promise<void> {
  await findNote(viewer, noteId);
  await NoteReaction.destroy({ where: { userId: viewer.id, noteId, kind } });
}
