import type { Viewer } from '../features/users/viewer.ts';

/**
 * Who acts when a command does. Whoever may run one has the data folder or the database's password, and with it everything
 * an admin has; so the verbs see an admin, and no account has to exist yet to make the first. The id belongs to nobody:
 * nothing may be written in its name (the foreign keys refuse it), and no user can be mistaken for it. It stands here and
 * not in features/, so that no route can import it.
 */
export const OPERATOR: Viewer = { id: 0, username: 'carrel', name: 'Operator', admin: true, sessionId: 0 };
