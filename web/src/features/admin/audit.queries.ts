import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditAnswer } from '../../../../server/features/audit/audit.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort } from '../../parts/infinite-cache.ts';
import type { AuditSearch } from './admin.routes.ts';

/** Who did what to whom, the newest first. */
export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => getPage<AuditAnswer>('/admin/audit', filtersOf(search), pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    placeholderData: (previous) => previous, // the old rows stay while one narrows
  });
}

/** Where the log is to be had as a file, narrowed as the list is. */
export function exportAddress(search: AuditSearch, format: 'csv' | 'ndjson'): string {
  const set = Object.entries({ format, ...filtersOf(search) }).filter(([, value]) => value !== undefined);
  return `/api/admin/audit/export?${new URLSearchParams(set as [string, string][])}`;
}

/** Days are those of the reader's own clock: from the first one's midnight to the end of the last. */
function filtersOf({ from, to, ...rest }: AuditSearch) {
  return {
    ...rest,
    from: from && new Date(`${from}T00:00:00`).toISOString(),
    to: to && new Date(`${to}T23:59:59.999`).toISOString(),
  };
}
