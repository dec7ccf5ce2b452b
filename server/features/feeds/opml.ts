import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Conflict, Invalid } from '../../errors.ts';
import { ReaderError } from '../../reader/readerError.ts';
import type { Viewer } from '../users/viewer.ts';
import type { OpmlAnswer } from './feeds.schemas.ts';
import { selectForOpml } from './feeds.sql.ts';
import { followFeed } from './feeds.ts';

const BATCH = 20; // feeds to a transaction: on the embedded engine everybody else waits for it

/** Everything that one follows, as an OPML file. @throws Conflict when that is nothing: there is no OPML without a feed. */
export async function exportOpml(viewer: Viewer): Promise<string> {
  const feeds = await selectForOpml(viewer.id);
  if (!feeds.length) throw new Conflict('you follow no feed yet');
  const { writeOpml } = await import('../../reader/opml.ts');
  return writeOpml(`What ${viewer.name} follows`, feeds);
}

/** Follows every feed of an OPML file, at most 1,000. @throws Invalid when it is none. */
export async function importOpml(viewer: Viewer, text: string): Promise<OpmlAnswer> {
  const urls = await readUrls(text);
  const answer: OpmlAnswer = { added: 0, known: 0, skipped: 0 };
  for (let start = 0; start < urls.length; start += BATCH)
    await transaction(database(), async () => {
      for (const url of urls.slice(start, start + BATCH)) {
        if (!isFollowable(url)) answer.skipped++;
        else if ((await followFeed(viewer, { url })).added) answer.added++;
        else answer.known++;
      }
    });
  return answer;
}

async function readUrls(text: string): Promise<string[]> {
  const { parseOpml } = await import('../../reader/opml.ts');
  try {
    return (await parseOpml(text)).map(({ url }) => url);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    throw new Invalid('no OPML', ['this is no OPML file; export one from the reader that you come from']);
  }
}

function isFollowable(url: string): boolean {
  return url.length <= 4000 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
