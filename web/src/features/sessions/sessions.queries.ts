import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { StatusAnswer } from '../../../../server/features/operations/operations.schemas.ts';
import { get } from '../../api.ts';

export type Viewer = NonNullable<StatusAnswer['user']>;

/** `ended`: somebody was signed in on this page, and the session has ended without being asked to. */
type Status = StatusAnswer & { ended?: true };

/** Who is signed in, and what somebody who is not may do. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => get<Status>('/status'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in; only on screens inside the frame, which are not shown to anybody else. */
export function useViewer(): Viewer {
  const { user } = useSuspenseQuery(statusQuery).data;
  return user ?? { id: 0, username: '', name: '', admin: false }; // for the moment between signing out and the login page
}
