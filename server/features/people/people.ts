import { type FindOptions, literal, type ModelStatic, Op } from 'sequelize';
import sql from 'sql-template-tag';
import type { Page } from '../../database/keyset.ts';
import { literalOf } from '../../database/literal.ts';
import { literalPattern } from '../../database/pattern.ts';
import { Forbidden, NotFound } from '../../errors.ts';
import { isOn } from '../../http/common.schemas.ts';
import { countedFor } from '../notes/visible.sql.ts';
import { User } from '../users/user.model.ts';
import type { UserQuery } from '../users/users.schemas.ts';
import { findUser, presentUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';
import type { PersonAnswer, PersonListAnswer, PersonQuery } from './people.schemas.ts';
import { type PersonNoteRow, selectNotesOf, selectPerson, selectReadingsOf } from './people.sql.ts';

const NEWEST_BLOGS = 20;

/** A page of the users with what they added and where they belong, and one more if there is more. @throws Forbidden. */
export async function listPeople(viewer: Viewer, query: UserQuery, page: Page): Promise<User[]> {
  if (query.scope && !viewer.admin) throw new Forbidden('only an admin may list users by scope');
  const scoped = scopedUsers(query);
  const window: FindOptions = {
    where: page.after ? { id: { [Op.gt]: page.after[0] } } : {},
    order: [['id', 'ASC']],
    limit: page.limit + 1,
  };
  if (query.minNotes !== undefined) {
    const writers = await scoped.withNotes(query.minNotes, window, {
      [Op.and]: literalOf(countedFor(viewer.id, 'notes')),
    });
    window.where = { id: writers.map(({ id }) => id) };
  }
  return scoped.findAll({
    ...window,
    order: [
      ['id', 'ASC'],
      ['teams', 'id', 'ASC'],
    ],
    attributes: { include: [BLOG_COUNT, noteCountFor(viewer)] },
    include: [
      { association: 'blogs', separate: true, limit: NEWEST_BLOGS, order: [['id', 'DESC']] },
      { association: 'teams', attributes: ['id', 'name'], through: { attributes: [] } },
    ],
  });
}

/** The scopes that a query asks for, chained. */
function scopedUsers({ scope, name }: UserQuery): typeof User & ModelStatic<User> {
  const scopes: (string | { method: [string, string] })[] = [];
  if (scope === undefined) scopes.push('defaultScope');
  else if (scope !== 'all') scopes.push(scope);
  if (name) scopes.push({ method: ['name', literalPattern(name)] });
  return (scopes.length ? User.scope(scopes) : User.unscoped()) as typeof User & ModelStatic<User>;
}

type Count = [ReturnType<typeof literal>, string];

const BLOG_COUNT: Count = [literal('(SELECT count(*)::int FROM blogs b WHERE b.user_id = "user".id)'), 'blogCount'];

function noteCountFor(viewer: Viewer): Count {
  const count = sql`(SELECT count(*)::int FROM notes n WHERE n.user_id = "user".id AND ${countedFor(viewer.id)})`;
  return [literalOf(count), 'noteCount'];
}

/**
 * One user with everything of his that the viewer may see, in at most five queries at once whatever the sizes: readings for himself
 * and admins, teams only when they are asked for.
 * @throws NotFound.
 */
export async function presentPerson(viewer: Viewer, id: number, query: PersonQuery): Promise<PersonAnswer> {
  const seesReadings = viewer.admin || viewer.id === id;
  const [user, readings, notes, teams] = await Promise.all([
    selectPerson(id),
    seesReadings ? selectReadingsOf(id, query.read) : undefined,
    selectNotesOf(id, viewer.id),
    isOn(query.teams) ? findUser(id).then((user) => user.getTeams({ order: [['id', 'ASC']] })) : undefined,
  ]);
  if (!user) throw new NotFound('user');
  const own = notes.filter(({ writer }) => writer === null);
  return {
    ...user,
    readings: readings?.map(({ readingId, read, ...blog }) => ({ ...blog, readinglists: [{ id: readingId, read }] })),
    notes: own.map(presentNoteFacts),
    marked_notes: notes.flatMap((note) =>
      note.writer === null ? [] : [{ ...presentNoteFacts(note), user: { name: note.writer } }],
    ),
    noteCount: own.length,
    teams: teams?.map(({ id, name }) => ({ id, name })),
  };
}

function presentNoteFacts({ id, content, important, date }: PersonNoteRow) {
  return { id, content, important, date };
}

export function presentListedPerson(user: User): PersonListAnswer {
  return {
    ...presentUser(user),
    blogCount: user.get('blogCount') as number,
    noteCount: user.get('noteCount') as number,
    blogs: (user.blogs ?? []).map(({ id, title, author, url, likes, year }) => {
      return { id, title, author, url, likes, year };
    }),
    teams: (user.teams ?? []).map(({ id, name }) => ({ id, name })),
  };
}
