import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Conflict } from '../../errors.ts';
import { insertLike } from '../../features/blogs/blogs.sql.ts';
import { addBlog } from '../../features/blogs/blogs.ts';
import { markNote, writeNote } from '../../features/notes/notes.ts';
import { changeAccount } from '../../features/people/account.ts';
import { addToReadingList, changeReading, markRead } from '../../features/readinglists/readinglists.ts';
import { addMember } from '../../features/teams/members.ts';
import { foundTeam } from '../../features/teams/teams.ts';
import { createUser, hasUsers, lockSignUps } from '../../features/users/users.ts';
import type { Viewer } from '../../features/users/viewer.ts';
import { OPERATOR } from '../operator.ts';
import { spreadOverTime } from './backdate.ts';
import { BLOGS } from './blogs.ts';
import { NOTES } from './notes.ts';
import { addressOf, type DemoUser, TEAMS, USERS } from './people.ts';
import { TAGS } from './tags.ts';

const BATCH = 10; // things to a transaction, each two to six queries: on the embedded engine everybody else waits for it

type Viewers = Record<DemoUser, Viewer>;

/** Fills an empty server: the same library every time, with this password for everybody. @throws Conflict if it has users. */
export async function loadDemo(password: string): Promise<void> {
  const viewers = await loadUsers(password);
  await inBatches(TEAMS, async ({ name, members: [founder, ...others] }) => {
    const { id } = await foundTeam(viewers[founder as DemoUser], { name });
    for (const member of others) await addMember(OPERATOR, id, { userId: viewers[member].id });
  });
  const blogIds = await loadBlogs(viewers);
  await inBatches(NOTES, async ({ by, on, content, important, shared, marked = [] }) => {
    const blogId = on && blogIds.get(on);
    const { id } = await writeNote(viewers[by], { content, important, shared, ...(blogId && { blogId }) });
    for (const reader of marked) await markNote(viewers[reader], id);
  });
  for (const { key, disabled } of USERS) if (disabled) await changeAccount(OPERATOR, addressOf(key), { disabled });
  await spreadOverTime();
}

async function loadUsers(password: string): Promise<Viewers> {
  const viewers: Partial<Viewers> = {};
  for (const { key, name } of USERS)
    await transaction(database(), async () => {
      // Asked in the transaction that makes the first: nobody can sign up in between, nor a second demo begin.
      if (key === USERS[0]?.key) await lockSignUps();
      if (key === USERS[0]?.key && (await hasUsers()))
        throw new Conflict('This server has users already; the demo fills only an empty one.');
      const { id, username, admin } = await createUser(OPERATOR, { username: addressOf(key), name, password });
      viewers[key] = { id, username, name, admin, sessionId: 0 };
    });
  return viewers as Viewers;
}

/** The blogs with their likes and who has them on the reading list; answers the ids by title. */
async function loadBlogs(viewers: Viewers): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  await inBatches(BLOGS, async ({ by, title, author, url, year, likes }, i) => {
    const { id } = await addBlog(viewers[by], { title, author, url, year });
    ids.set(title, id);
    // Taken in turn, from another user on for each blog. Who likes it has read it; the next two still want to.
    for (const [turn, { key }] of rotate(USERS, i * 3).entries()) {
      if (turn < likes) await insertLike(viewers[key].id, id);
      if (turn > likes + 1) break;
      const reading = await addToReadingList(viewers[key], { blogId: id });
      if (turn < likes) await markRead(viewers[key], reading.id, true);
      const tags = (i + turn) % 3 ? TAGS[author] : undefined; // not everybody tags everything
      const starred = (i + turn) % 5 === 0;
      if (tags || starred) await changeReading(viewers[key], reading.id, { starred, tags });
    }
  });
  return ids;
}

function rotate<T>(list: T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

async function inBatches<T>(list: T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  for (let start = 0; start < list.length; start += BATCH)
    await transaction(database(), async () => {
      for (const [i, item] of list.slice(start, start + BATCH).entries()) await work(item, start + i);
    });
}
