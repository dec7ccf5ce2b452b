import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { notify } from '../notifications/notify.ts';
import type { Viewer } from '../users/viewer.ts';
import type { ReactionKind } from './conversation.schemas.ts';
import { NoteReaction } from './note-reaction.model.ts';
import { findNote } from './notes.ts';
import { publishNote } from './tell.ts';

/** Reacts to a note, one's own too; doing it again changes nothing. @throws NotFound. */
export async function reactTo(viewer: Viewer, noteId: number, kind: ReactionKind): Promise<void> {
  const note = await findNote(viewer, noteId);
  await transaction(database(), async () => {
    await NoteReaction.bulkCreate([{ userId: viewer.id, noteId, kind }], { ignoreDuplicates: true });
    await publishNote(note);
    await notify(viewer, [note.userId], { kind: 'reacted', noteId, blogId: note.blogId, teamId: note.teamId });
  });
}

/** Takes one's reaction back; without one nothing changes. @throws NotFound. */
export async function takeReactionBack(viewer: Viewer, noteId: number, kind: ReactionKind): Promise<void> {
  const note = await findNote(viewer, noteId);
  await transaction(database(), async () => {
    await NoteReaction.destroy({ where: { userId: viewer.id, noteId, kind } });
    await publishNote(note);
  });
}
