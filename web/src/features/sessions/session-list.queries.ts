import { queryOptions } from '@tanstack/react-query';
import type { SessionAnswer } from '../../../../server/features/sessions/sessions.schemas.ts';
import { get } from '../../api.ts';

export const SESSIONS_KEY = ['sessions'] as const;

/** One's own sessions that still live, logins and API tokens. */
export const sessionListQuery = queryOptions({
  queryKey: SESSIONS_KEY,
  queryFn: ({ signal }) => get<SessionAnswer[]>('/sessions', undefined, signal),
  staleTime: 0, // another device may have signed in a moment ago
});

/** The logins, this one first. */
export function loginsOf(sessions: SessionAnswer[]): SessionAnswer[] {
  const logins = sessions.filter(({ kind }) => kind === 'login');
  return logins.toSorted((a, b) => Number(b.current) - Number(a.current));
}

export function tokensOf(sessions: SessionAnswer[]): SessionAnswer[] {
  return sessions.filter(({ kind }) => kind === 'token');
}
