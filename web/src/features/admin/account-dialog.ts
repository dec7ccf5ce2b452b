import type { Account } from './accounts.queries.ts';

/** Which dialog of the list of users is open, and on whom. */
export interface AccountDialog {
  kind: 'sessions' | 'password' | 'disable-self' | 'demote-self';
  account: Account;
}
