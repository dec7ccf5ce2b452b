/** What each deed in the audit log is called, as it stands between who did it and to whom. */
export const ACTIONS: Record<string, string> = {
  'signed-in': 'Signed in',
  'sign-in-failed': 'Failed to sign in',
  'session-ended': 'Ended a session',
  'sessions-ended': 'Ended sessions',
  'token-created': 'Made an API token',
  'user-created': 'Created an account',
  'password-changed': 'Changed a password',
  'username-changed': 'Changed a username',
  disabled: 'Disabled a user',
  enabled: 'Enabled a user',
  promoted: 'Made somebody an admin',
  demoted: 'Made an admin a member',
  'member-added': 'Added a member to a team',
  'member-removed': 'Removed a member from a team',
  'member-left': 'Left a team',
  'invitation-made': 'Made an invitation',
  'invitation-revoked': 'Took back an invitation',
  'invitation-used': 'Joined a team by invitation',
  'role-changed': 'Changed a role in a team',
  'blog-deleted': 'Deleted a blog',
  'team-deleted': 'Deleted a team',
  exported: 'Exported',
};

export function sayAction(action: string): string {
  return ACTIONS[action] ?? action;
}
