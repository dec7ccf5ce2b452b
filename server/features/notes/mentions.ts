import { Op } from 'sequelize';
import type { Page } from '../../database/keyset.ts';
import { NotFound } from '../../errors.ts';
import type { Viewer } from '../users/viewer.ts';
import type { MentionableAnswer, MentionQuery } from './conversation.schemas.ts';
import { mentionTexts } from './mention-texts.ts';
import { type MentionableRow, selectMentionable, selectNamed } from './mentions.sql.ts';
import { NoteMention } from './note-mention.model.ts';
import { selectNote } from './notes.sql.ts';

/**
 * Keeps who is mentioned in a note as its text now stands: `@` and a name or a username, of users who may see the note (the same
 * name twice among them means nobody). Answers the ids of those who were not mentioned in it before.
 */
export async function rememberMentions(noteId: number, content: string): Promise<number[]> {
  const mentions = await resolve(noteId, mentionTexts(content));
  const userId = [...mentions.keys()];
  const before = await NoteMention.findAll({ where: { noteId }, attributes: ['userId'] });
  if (before.length) await NoteMention.destroy({ where: { noteId, userId: { [Op.notIn]: userId } } });
  await NoteMention.bulkCreate(
    [...mentions].map(([user, written]) => ({ noteId, userId: user, written })),
    { updateOnDuplicate: ['written', 'updatedAt'], conflictAttributes: ['noteId', 'userId'] },
  );
  const known = new Set(before.map((row) => row.userId));
  return userId.filter((id) => !known.has(id));
}

/** Who is meant by the longest of the texts at each place, by user; the first place counts. */
async function resolve(noteId: number, places: string[][]): Promise<Map<number, string>> {
  const texts = [...new Set(places.flat())];
  const meant = new Map<string, number[]>();
  for (const { text, userId } of texts.length ? await selectNamed(noteId, texts) : [])
    meant.set(text, [...(meant.get(text) ?? []), userId]);
  const mentions = new Map<number, string>();
  for (const place of places) {
    const written = place.find((text) => meant.has(text));
    const [userId, ...others] = (written && meant.get(written)) || [];
    if (written && userId && !others.length && !mentions.has(userId)) mentions.set(userId, written);
  }
  return mentions;
}

/** A page of who can be mentioned, and one row more if there is more. @throws NotFound for a note that one may not see. */
export async function listMentionable(viewer: Viewer, query: MentionQuery, page: Page): Promise<MentionableRow[]> {
  if (query.note && !(await selectNote(viewer.id, query.note))) throw new NotFound('note');
  return selectMentionable(viewer.id, query, page);
}

/** The name is what to write, unless it would not be understood or is not the only one. */
export function presentMentionable({ id, name, username, isOnly }: MentionableRow): MentionableAnswer {
  const isUnderstood = isOnly && mentionTexts(`@${name}`)[0]?.includes(name);
  return { id, name, username, written: isUnderstood ? name : username };
}
