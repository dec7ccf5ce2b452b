import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { findBlog } from '../blogs/blogs.ts';
import type { Viewer } from '../users/viewer.ts';
import { Note } from './note.model.ts';
import type { NewNote, NoteAnswer, NoteChange } from './notes.schemas.ts';
import { type NoteRow, selectNote } from './notes.sql.ts';
import { UserNote } from './user-note.model.ts';

/** A note that the viewer may see. @throws NotFound, for a private note of another too. */
export async function findNote(viewer: Pick<Viewer, 'id'>, id: number): Promise<NoteRow> {
  const note = await selectNote(viewer.id, id);
  if (!note) throw new NotFound('note');
  return note;
}

/**
 * Writes a note, shared unless said otherwise. With a quote it is about that passage of the blog's text, and without content
 * it highlights the passage and says no more. @throws Invalid, NotFound for an unknown blog.
 */
export async function writeNote(viewer: Viewer, fields: NewNote): Promise<NoteRow> {
  const { content = '', important = false, shared = true, blogId = null, quote } = fields;
  if (!quote) requireContent(fields.content);
  else if (!blogId) throw new Invalid('quote without blog', ['blogId is required with a quote: the blog it is from']);
  if (blogId) await findBlog(viewer, blogId);
  const passage = quote && { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix };
  const date = new Date();
  const note = await Note.create({ content, important, shared, blogId, date, userId: viewer.id, ...passage });
  return findNote(viewer, note.id);
}

/** Changes a note of one's own. @throws Invalid, NotFound, Forbidden. */
export async function changeNote(viewer: Viewer, id: number, change: NoteChange): Promise<NoteRow> {
  const note = await requireOwnNote(viewer, id);
  if (change.content !== undefined && note.quote === null) requireContent(change.content);
  if (change.blogId) await findBlog(viewer, change.blogId);
  const { content, important, shared, blogId } = change;
  await Note.update({ content, important, shared, blogId }, { where: { id } });
  return findNote(viewer, id);
}

/** Deletes a note of one's own, and with it the marks of others. @throws NotFound, Forbidden. */
export async function deleteNote(viewer: Viewer, id: number): Promise<void> {
  await requireOwnNote(viewer, id);
  await Note.destroy({ where: { id } });
}

function requireContent(content: string | undefined): void {
  if (content === undefined) throw new Invalid('content is required', ['content is required']);
  if (!content.trim()) throw new Invalid('content is empty', ['content must not be empty']);
}

async function requireOwnNote(viewer: Viewer, id: number): Promise<NoteRow> {
  const note = await findNote(viewer, id);
  if (note.userId !== viewer.id) throw new Forbidden('only who wrote a note may change or delete it');
  return note;
}

/** Marks a note for oneself; marking again changes nothing. @throws NotFound. */
export async function markNote(viewer: Viewer, id: number): Promise<void> {
  await findNote(viewer, id);
  await UserNote.bulkCreate([{ userId: viewer.id, noteId: id }], { ignoreDuplicates: true });
}

/** Takes one's mark back; without one nothing changes. @throws NotFound. */
export async function unmarkNote(viewer: Viewer, id: number): Promise<void> {
  await findNote(viewer, id);
  await UserNote.destroy({ where: { userId: viewer.id, noteId: id } });
}

export function presentNote(note: NoteRow): NoteAnswer {
  const { id, content, important, date, shared, blogId, marked, userId, userName } = note;
  const user = { id: userId, name: userName };
  return { id, content, important, date: date.toISOString(), shared, blogId, quote: presentQuote(note), marked, user };
}

function presentQuote({ quote, prefix, suffix }: NoteRow): NoteAnswer['quote'] {
  return quote === null ? null : { exact: quote, prefix: prefix ?? '', suffix: suffix ?? '' };
}
