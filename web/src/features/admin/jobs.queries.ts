import { infiniteQueryOptions } from '@tanstack/react-query';
import type { JobAnswer } from '../../../../server/features/operations/jobs.schemas.ts';
import { getPage } from '../../api.ts';
import type { JobSearch } from './admin.routes.ts';

const LOOK_AGAIN_MS = 5000;

export const JOBS_KEY = ['operations', 'jobs'] as const;

export function jobsQuery({ state }: JobSearch) {
  return infiniteQueryOptions({
    queryKey: [...JOBS_KEY, { state }],
    queryFn: ({ pageParam, signal }) => getPage<JobAnswer>('/admin/jobs', { state }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) => (data && data.pages.length > 1 ? false : LOOK_AGAIN_MS),
  });
}
