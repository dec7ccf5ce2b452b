import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { endSessionsOf } from '../sessions/sessions.ts';
import type { User } from '../users/user.model.ts';
import type { UserChange } from '../users/users.schemas.ts';
import { changeUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';

/**
 * Changes an account as changeUser does, and ends the user's other sessions when the password is new: whoever knew the old
 * one is out.
 */
export function changeAccount(viewer: Viewer, username: string, change: UserChange): Promise<User> {
  return transaction(database(), async () => {
    const user = await changeUser(viewer, username, change);
    if (change.password !== undefined)
      await endSessionsOf(viewer, user.id, user.id === viewer.id ? viewer.sessionId : undefined);
    return user;
  });
}
