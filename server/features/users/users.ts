import { col, fn, where } from 'sequelize';
import { type Action, record } from '../../audit/record.ts';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '../../errors.ts';
import { ACCESS, publish } from '../../events/publish.ts';
import { hashPassword } from './password.ts';
import { User } from './user.model.ts';
import type { NewUser, UserAnswer, UserChange } from './users.schemas.ts';
import type { Viewer } from './viewer.ts';

/**
 * Creates an account, for himself where nobody is signed in; the first one on a server becomes admin. What `andThen` does belongs to the same step: when it throws
 * there is no account. @throws ValidationError when username is no e-mail address or taken.
 */
export async function createUser(
  viewer: Pick<Viewer, 'id' | 'username'> | null,
  fields: NewUser & { admin?: boolean },
  andThen: (user: User) => Promise<void> = async () => {},
): Promise<User> {
  const { username, name, password } = fields;
  const passwordHash = await hashPassword(password);
  return transaction(database(), async () => {
    await lockSignUps();
    const isFirst = !(await hasUsers());
    const admin = fields.admin ?? isFirst;
    const user = await User.create({ username: username.trim(), name: name.trim(), passwordHash, admin });
    await record(viewer ?? user, 'user-created', { id: user.id, name: user.username }, admin ? { admin } : undefined);
    await publish({ topic: 'people', id: user.id, to: 'everyone' });
    await andThen(user);
    return user;
  });
}

/** Until the running transaction ends nobody else signs up: of two first ones at the same moment only one may become admin. */
export async function lockSignUps(): Promise<void> {
  await database().query("SELECT pg_advisory_xact_lock(hashtext('carrel first user'))");
}

/** Whether anybody has an account, disabled ones too. */
export async function hasUsers(): Promise<boolean> {
  return (await User.unscoped().findOne({ attributes: ['id'] })) !== null;
}

/** @throws NotFound. Disabled users are found too: they have a page, but no way in. */
export async function findUser(id: number): Promise<User> {
  const user = await User.unscoped().findByPk(id);
  if (!user) throw new NotFound('user');
  return user;
}

/** Finds by username in any case. @throws NotFound. */
export async function findUserByUsername(username: string): Promise<User> {
  const user = await lookUpUsername(username);
  if (!user) throw new NotFound('user');
  return user;
}

/** The user with this name in any case, disabled or not. */
export function lookUpUsername(username: string): Promise<User | null> {
  return User.unscoped().findOne({ where: where(fn('lower', col('username')), username.toLowerCase()) });
}

/**
 * Changes an account: one's own name, username and password, and for admins anybody's, with `admin` and `disabled`.
 * @throws Forbidden, NotFound, Invalid when no enabled admin would be left.
 */
export async function changeUser(viewer: Viewer, username: string, change: UserChange): Promise<User> {
  const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password);
  return transaction(database(), async () => {
    // Locked in one order by everybody who takes an admin away, so that two cannot take the last two at once.
    if (change.disabled || change.admin === false)
      await User.unscoped().findAll({ where: { admin: true }, order: ['id'], lock: true, attributes: ['id'] });
    const user = await findUserByUsername(username);
    if (user.id !== viewer.id && !viewer.admin) throw new Forbidden('this is the account of somebody else');
    const changesStanding = change.admin !== undefined || change.disabled !== undefined;
    if (changesStanding && !viewer.admin) throw new Forbidden('only an admin may disable, enable, promote or demote');
    user.set({
      username: change.username?.trim() ?? user.username,
      name: change.name?.trim() ?? user.name,
      admin: change.admin ?? user.admin,
      disabled: change.disabled ?? user.disabled,
      passwordHash: passwordHash ?? user.passwordHash,
    });
    await requireAnAdmin(user);
    const deeds = deedsOf(user);
    const changesAccess = user.changed('admin') || user.changed('disabled');
    await user.save();
    for (const [action, details] of deeds) await record(viewer, action, { id: user.id, name: user.username }, details);
    await publish({ topic: 'people', id: user.id, to: 'everyone' });
    if (changesAccess) await publish({ topic: ACCESS, to: `user:${user.id}` });
    return user;
  });
}

/** What of a change is for the audit log. */
function deedsOf(user: User): [Action, object?][] {
  const deeds: [Action, object?][] = [];
  if (user.changed('disabled')) deeds.push([user.disabled ? 'disabled' : 'enabled']);
  if (user.changed('admin')) deeds.push([user.admin ? 'promoted' : 'demoted']);
  if (user.changed('passwordHash')) deeds.push(['password-changed']);
  if (user.changed('username')) deeds.push(['username-changed', { before: user.previous('username') }]);
  return deeds;
}

/** @throws Invalid when `changed` is the last enabled admin and would be one no more. */
async function requireAnAdmin(changed: User): Promise<void> {
  const wasAdmin = changed.previous('admin') && !changed.previous('disabled');
  if (!wasAdmin || (changed.admin && !changed.disabled)) return;
  if ((await User.scope(['defaultScope', 'admin']).count()) > 1) return;
  throw new Invalid('the last admin can be neither disabled nor demoted; make somebody else an admin first');
}

export function presentUser(user: User): UserAnswer {
  const { id, username, name, admin, disabled } = user;
  const times = { createdAt: user.createdAt.toISOString(), updatedAt: user.updatedAt.toISOString() };
  return { id, username, name, admin, disabled, ...times };
}
