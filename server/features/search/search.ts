import pg from 'pg';
import type { Page } from '../../database/keyset.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Invalid, Refusal } from '../../errors.ts';
import { presentBlog } from '../blogs/blogs.ts';
import type { Viewer } from '../users/viewer.ts';
import { parseSearch } from './parseSearch.ts';
import type { SearchResult, Segment } from './search.schemas.ts';
import { type FoundRow, MARKS, readWords, selectFound } from './search.sql.ts';

const TOOK_TOO_LONG = '57014'; // PostgreSQL's code for a statement that ran into its statement_timeout

/**
 * A page of what is found, best first: in titles, authors and texts of blogs, and in the notes that the viewer may see.
 * @throws Invalid for a filter that cannot be, and for nothing to look for; Refusal 503 when it takes over 5 s.
 */
export async function search(viewer: Pick<Viewer, 'id'>, text: string, page: Page): Promise<FoundRow[]> {
  const wanted = parseSearch(text);
  if (!wanted.words && !wanted.filters.length)
    throw new Invalid('say what to look for: there is no word in this search');
  try {
    // A transaction, because what it sets for the planner must not outlive it.
    return await transaction(database(), async () => {
      const words = await readWords(wanted.words);
      if (words.query && ['', 'T'].includes(words.tree))
        throw new Invalid('say at least one word to look for: a word with a minus only takes away');
      return selectFound(viewer.id, words, wanted, page);
    });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== TOOK_TOO_LONG) throw error;
    throw new Refusal(503, 'this search takes too long; add a word or a filter to narrow it');
  }
}

export function presentFound(row: FoundRow): SearchResult {
  return {
    kind: row.kind === 'note' ? 'note' : 'blog',
    similar: row.kind === 'similar',
    title: toSegments(row.markedTitle),
    snippet: toSegments(row.markedText),
    blog: row.blogId === null ? null : presentBlog({ ...row, id: row.blogId }),
    note:
      row.noteDate === null
        ? null
        : {
            id: row.id,
            date: row.noteDate,
            user: { id: row.noteUserId, name: row.noteUserName },
          },
    reading: row.readingId === null ? null : { id: row.readingId, read: row.read },
  };
}

const [START, STOP] = MARKS;
const STANDS_FOR: Record<string, string> = {
  '\uFDD2': '<',
  '\uFDD3': '>',
  '\uFDD4': '/',
  '\uFDD5': '.',
  '\uFDD6': '@',
  '\uFDD7': '',
};

/** Text as `ts_headline` marked it, in pieces; what `carrel_searchable` had set apart is as it was. */
function toSegments(marked: string | null): Segment[] {
  const text = (marked ?? '')
    .replace(/[\uFDD2-\uFDD7]/g, (mark) => STANDS_FOR[mark] as string)
    .replace(/\s+/g, ' ')
    .trim();
  return text
    .split(new RegExp(`(${START}[^${STOP}]*${STOP})`))
    .filter(Boolean)
    .map((piece) => ({ text: piece.replaceAll(START, '').replaceAll(STOP, ''), match: piece.startsWith(START) }));
}
