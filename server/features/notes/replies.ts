import sql from 'sql-template-tag';
import type { Page } from '../../database/keyset.ts';
import { database } from '../../database/sequelize.ts';
import { rows } from '../../database/sql.ts';
import { transaction } from '../../database/transaction.ts';
import { Invalid, NotFound } from '../../errors.ts';
import type { Viewer } from '../users/viewer.ts';
import type { NewReply } from './conversation.schemas.ts';
import { rememberMentions } from './mentions.ts';
import { Note } from './note.model.ts';
import { type NoteRow, selectReplies } from './notes.sql.ts';
import { findNote, readNote, requireOwnNote } from './notes.ts';
import { notifyOfNote, publishNote } from './tell.ts';

/** A page of the replies to a note, also to one that was deleted, and one more if there is more. @throws NotFound. */
export async function listReplies(viewer: Viewer, noteId: number, page: Page): Promise<NoteRow[]> {
  await readNote(viewer, noteId);
  return selectReplies(viewer.id, noteId, page);
}

/** Replies to a note, on its blog and for those it is for. @throws NotFound, Invalid where the note is itself a reply. */
export async function replyTo(viewer: Viewer, noteId: number, { content }: NewReply): Promise<NoteRow> {
  return transaction(database(), async () => {
    const note = await lockNote(noteId);
    await findNote(viewer, noteId); // after the lock, so that a note made private or deleted in between is not replied to
    if (note.parentId) throw new Invalid('this is a reply', ['a reply cannot be replied to; reply to its note']);
    const { blogId, shared, teamId } = note;
    const fields = { content, blogId, shared, teamId, parentId: noteId, date: new Date(), userId: viewer.id };
    const reply = await Note.create(fields);
    await notifyOfNote(viewer, reply, await rememberMentions(reply.id, content), note.userId);
    await publishNote(reply, note);
    return findNote(viewer, reply.id);
  });
}

/**
 * Deletes a note of one's own, with the marks and reactions on it. What others replied is theirs and stays: then the note keeps
 * its place, emptied, and goes with the last reply. @throws NotFound, Forbidden.
 */
export async function deleteNote(viewer: Viewer, id: number): Promise<void> {
  await transaction(database(), async () => {
    const deleted = await requireOwnNote(viewer, id);
    const { parentId } = deleted;
    const note = await lockNote(parentId ?? id);
    if (parentId === null && (await hasRepliesOfOthers(viewer.id, id))) await emptyNote(id);
    else await rows(sql`DELETE FROM notes WHERE id = ${id} OR parent_id = ${id}`);
    if (parentId) await clearPlace(parentId);
    await publishNote(deleted, note);
  });
}

/** Until the transaction ends nobody else replies to the note, deletes it or changes who may see it. */
async function lockNote(id: number): Promise<Note> {
  const note = await Note.findByPk(id, { lock: true });
  if (!note) throw new NotFound('note');
  return note;
}

async function hasRepliesOfOthers(userId: number, noteId: number): Promise<boolean> {
  const [row] = await rows<{ has: boolean }>(
    sql`SELECT EXISTS (SELECT FROM notes WHERE parent_id = ${noteId} AND user_id <> ${userId}) AS has`,
  );
  return row?.has ?? false;
}

async function emptyNote(id: number): Promise<void> {
  const nothing = { content: '', quote: null, prefix: null, suffix: null, important: false };
  await Note.update({ ...nothing, deletedAt: new Date() }, { where: { id } });
  await rows(sql`
    WITH marks AS (DELETE FROM user_notes WHERE note_id = ${id}), reactions AS (DELETE FROM note_reactions WHERE note_id = ${id})
    DELETE FROM note_mentions WHERE note_id = ${id}`);
}

/** The place of a deleted note goes with the last reply to it. */
async function clearPlace(id: number): Promise<void> {
  await rows(sql`
    DELETE FROM notes n WHERE n.id = ${id} AND n.deleted_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM notes r WHERE r.parent_id = n.id)`);
}
