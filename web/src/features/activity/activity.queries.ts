import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ActivityAnswer,
  DigestAnswer,
  NotificationAnswer,
} from '../../../../server/features/activity/activity.schemas.ts';
import { get, getPage } from '../../api.ts';
import { isShort } from '../../parts/infinite-cache.ts';

/** How much one has not seen of what concerns one. */
export const unseenQuery = queryOptions({
  queryKey: ['notifications', 'unseen'],
  queryFn: async ({ signal }) =>
    (await getPage<NotificationAnswer>('/notifications', { limit: 1 }, undefined, signal)).counts.unseen ?? 0,
});

/** What concerns one, the newest first. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam, signal }) => getPage<NotificationAnswer>('/notifications', { limit: 50 }, pageParam, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
  refetchOnWindowFocus: isShort,
  refetchOnMount: isShort,
});

/** What happened in a team, the newest first. */
export function activityQuery(team: number) {
  return infiniteQueryOptions({
    queryKey: ['activity', team],
    queryFn: ({ pageParam, signal }) =>
      getPage<ActivityAnswer>(`/teams/${team}/activity`, { limit: 50 }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
  });
}

/** Whether one gets the weekly mail, and whether the server sends any. */
export const digestQuery = queryOptions({
  queryKey: ['digest'],
  queryFn: ({ signal }) => get<DigestAnswer>('/digest', undefined, signal),
});
