import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { publish } from '../../events/publish.ts';
import { findBlog } from '../blogs/blogs.ts';
import { notify } from '../notifications/notify.ts';
import type { Viewer } from '../users/viewer.ts';
import { chooseAudience, visibilityOf } from './audience.ts';
import { rememberMentions } from './mentions.ts';
import { Note } from './note.model.ts';
import type { NewNote, NoteAnswer, NoteChange } from './notes.schemas.ts';
import { type NoteRow, selectNote } from './notes.sql.ts';
import { notifyOfNote, publishNote } from './tell.ts';
import { UserNote } from './user-note.model.ts';

/** A note that the viewer may see, also the place of one that was deleted. @throws NotFound, for a private note of another too. */
export async function readNote(viewer: Pick<Viewer, 'id'>, id: number): Promise<NoteRow> {
  const note = await selectNote(viewer.id, id);
  if (!note) throw new NotFound('note');
  return note;
}

/** A note that the viewer may see and do something with. @throws NotFound, for one that was deleted too. */
export async function findNote(viewer: Pick<Viewer, 'id'>, id: number): Promise<NoteRow> {
  const note = await readNote(viewer, id);
  if (note.deletedAt) throw new NotFound('note');
  return note;
}

/**
 * Writes a note, for everybody unless said otherwise. With a quote it is about that passage of the blog's text, and without
 * content it highlights the passage and says no more. @throws Invalid, NotFound for an unknown blog or team, Forbidden.
 */
export async function writeNote(viewer: Viewer, fields: NewNote): Promise<NoteRow> {
  const { content = '', important = false, blogId = null, quote } = fields;
  if (!quote) requireContent(fields.content);
  else if (!blogId) throw new Invalid('quote without blog', ['blogId is required with a quote: the blog it is from']);
  if (blogId) await findBlog(viewer, blogId);
  const passage = quote && { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix };
  const about = { ...(await chooseAudience(viewer, fields)), ...passage, blogId };
  return transaction(database(), async () => {
    const note = await Note.create({ content, important, ...about, date: new Date(), userId: viewer.id });
    await notifyOfNote(viewer, note, await rememberMentions(note.id, content));
    await publishNote(note);
    return findNote(viewer, note.id);
  });
}

/**
 * Changes a note of one's own. Replies to it move with it to another blog; for whom it is changes for one's own replies only,
 * since those of others were not written for anybody else. @throws NotFound, Forbidden, Invalid where a reply would leave its note.
 */
export async function changeNote(viewer: Viewer, id: number, change: NoteChange): Promise<NoteRow> {
  return transaction(database(), async () => {
    const note = await requireOwnNote(viewer, id);
    await Note.findByPk(id, { lock: true }); // a reply that is being written waits, and gets the new blog and audience
    const { content, important, blogId } = change;
    if (content !== undefined && note.quote === null) requireContent(content);
    const audience = await chooseAudience(viewer, change, note);
    const isMoved = audience.shared !== note.shared || audience.teamId !== note.teamId;
    const isOnOther = blogId !== undefined && blogId !== note.blogId;
    if (note.parentId && (isMoved || isOnOther))
      throw new Invalid('this is a reply', [
        'a reply stays with its note: its blog and who may see it cannot be changed',
      ]);
    if (blogId) await findBlog(viewer, blogId);
    await Note.update({ content, important, blogId, ...audience }, { where: { id } });
    if (isMoved) await Note.update(audience, { where: { parentId: id, userId: viewer.id } });
    if (isOnOther) await Note.update({ blogId }, { where: { parentId: id } });
    if (isMoved || content !== undefined)
      await notifyOfNote(viewer, { ...note, ...audience }, await rememberMentions(id, content ?? note.content));
    await publishNote({ ...note, ...audience }, ...(isMoved ? [note] : []));
    return findNote(viewer, id);
  });
}

function requireContent(content: string | undefined): void {
  if (content === undefined) throw new Invalid('content is required', ['content is required']);
  if (!content.trim()) throw new Invalid('content is empty', ['content must not be empty']);
}

export async function requireOwnNote(viewer: Viewer, id: number): Promise<NoteRow> {
  const note = await findNote(viewer, id);
  if (note.userId !== viewer.id) throw new Forbidden('only who wrote a note may change or delete it');
  return note;
}

/** Marks a note for oneself; marking again changes nothing. @throws NotFound. */
export async function markNote(viewer: Viewer, id: number): Promise<void> {
  const { userId, blogId, teamId } = await findNote(viewer, id);
  await transaction(database(), async () => {
    await UserNote.bulkCreate([{ userId: viewer.id, noteId: id }], { ignoreDuplicates: true });
    await publish({ topic: 'notes', id, to: `user:${viewer.id}` });
    await notify(viewer, [userId], { kind: 'marked', noteId: id, blogId, teamId });
  });
}

/** Takes one's mark back; without one nothing changes. @throws NotFound. */
export async function unmarkNote(viewer: Viewer, id: number): Promise<void> {
  await findNote(viewer, id);
  await transaction(database(), async () => {
    await UserNote.destroy({ where: { userId: viewer.id, noteId: id } });
    await publish({ topic: 'notes', id, to: `user:${viewer.id}` });
  });
}

export function presentNote(note: NoteRow): NoteAnswer {
  // Field by field, since a spread of several objects took a twelfth of the time of a page.
  return {
    id: note.id,
    content: note.content,
    important: note.important,
    date: note.date,
    shared: note.shared,
    visibility: visibilityOf(note),
    teamId: note.teamId,
    team: note.teamId === null ? null : { id: note.teamId, name: note.teamName ?? '' },
    blogId: note.blogId,
    quote: presentQuote(note),
    parentId: note.parentId,
    deleted: note.deletedAt !== null,
    marked: note.marked,
    user: { id: note.userId, name: note.userName },
    replyCount: note.replyCount,
    reactions: note.reactions,
    mentions: note.mentions,
  };
}

function presentQuote({ quote, prefix, suffix }: NoteRow): NoteAnswer['quote'] {
  return quote === null ? null : { exact: quote, prefix: prefix ?? '', suffix: suffix ?? '' };
}
