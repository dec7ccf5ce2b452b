import type { QueryClient } from '@tanstack/react-query';
import type { Login, LoginAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { post } from '../../api.ts';
import { statusQuery } from './sessions.queries.ts';

/** Logs in: the cookie comes with the answer. What somebody else read in this tab is forgotten first. */
export async function signIn(client: QueryClient, login: Login): Promise<void> {
  await post<LoginAnswer>('/login', login);
  client.clear();
  await client.fetchQuery(statusQuery);
}
