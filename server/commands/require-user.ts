import type { User } from '../features/users/user.model.ts';
import { lookUpUsername } from '../features/users/users.ts';

/** Whom a command names, in any case of letters, disabled or not. @throws Error that says where the names are. */
export async function requireUser(username: string): Promise<User> {
  const user = await lookUpUsername(username);
  if (!user) throw new Error(`There is no user ${username}; "carrel user list" shows who there is.`);
  return user;
}
