import { queryOptions } from '@tanstack/react-query';
import type { MigrationsAnswer } from '../../../../server/features/operations/operations.schemas.ts';
import { ApiError, get } from '../../api.ts';

export const migrationsQuery = queryOptions({
  queryKey: ['operations', 'migrations'],
  queryFn: ({ signal }) => get<MigrationsAnswer>('/admin/migrations', undefined, signal),
});

/** Whether the server can do its work; `problem` is its own sentence when it cannot. Outside /api, where supervisors ask. */
export const healthQuery = queryOptions({
  queryKey: ['operations', 'health'],
  queryFn: async ({ signal }): Promise<{ problem?: string }> => {
    const response = await fetch('/health/ready', { signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new ApiError(0, ['the server cannot be reached; look at your connection and try again']);
    });
    if (response.ok) return {};
    const answer = await response.json().catch(() => undefined);
    return { problem: answer?.error ?? `the server answered with status ${response.status}` };
  },
  refetchInterval: 30_000,
});
