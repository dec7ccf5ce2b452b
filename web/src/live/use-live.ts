import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { statusQuery } from '../features/sessions/sessions.queries.ts';
import { keepLive } from './live.ts';

/** Keeps every screen inside the frame up to date with what others do. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => keepLive(client, client.getQueryData(statusQuery.queryKey)?.position ?? ''), [client]);
}
