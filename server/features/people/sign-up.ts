import type { SignupPolicy } from '../../config.ts';
import { Forbidden } from '../../errors.ts';
import { acceptInvitation, requireSignUpBy } from '../invitations/invitations.ts';
import type { User } from '../users/user.model.ts';
import type { SignUp } from '../users/users.schemas.ts';
import { createUser } from '../users/users.ts';
import type { Viewer } from '../users/viewer.ts';

const SHUT: Record<Exclude<SignupPolicy, 'open'>, string> = {
  invitation: 'sign-up is by invitation on this server; ask an owner of a team for a link',
  closed: 'sign-up is closed on this server; ask an admin for an account',
};

/**
 * Creates an account as far as the policy allows: open, anybody; else admins, and whoever holds an invitation, who joins its
 * team with the same step (while sign-up is closed an admin must have made it).
 * @throws Forbidden, NotFound or Gone for the invitation, ValidationError when username is no e-mail address or taken.
 */
export async function signUp(viewer: Viewer | null, fields: SignUp, policy: SignupPolicy): Promise<User> {
  const { invitation, ...account } = fields;
  if (invitation === undefined) {
    if (policy !== 'open' && !viewer?.admin) throw new Forbidden(SHUT[policy]);
    return createUser(viewer, account);
  }
  await requireSignUpBy(invitation, policy); // before the password is hashed, which is what costs
  return createUser(viewer, account, async (user) => void (await acceptInvitation(user, invitation)));
}
