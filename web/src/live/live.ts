import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveChange } from '../../../server/features/live/live.schemas.ts';
import { get } from '../api.ts';
import { PAGE_NAME } from './page-name.ts';
import { staleKeys } from './topics.ts';

/** Gathered for so long, and a little longer at random: a change that everybody sees must not call everybody at once. */
const GATHER_MS = 100;
const SPREAD_MS = 300;
/** While others change something all the time, the screen is fetched anew at most this often. */
const REST_MS = 1500;
/** A page that nobody looks at gives its connection up; a browser has only six for all pages of a server. */
const HIDDEN_MS = 30_000;
const RETRY_MS = 5000;
/** A longer list would be fetched page by page; it is up to date when it is next opened. */
const PAGES_MOST = 3;

/**
 * Keeps what is on the screen up to date with what others do, until the answer is called: hears what changed from the server
 * and fetches that anew. `position` is where the server stood before anything was fetched.
 */
export function keepLive(client: QueryClient, position: string): () => void {
  const topics = new Set<string>();
  let source: EventSource | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;

  const refresh = () => {
    gathering = undefined;
    if (client.isMutating()) return gather(); // one's own change is on its way; what is fetched now would undo it on the screen
    const keys = staleKeys(topics);
    topics.clear();
    restUntil = Date.now() + REST_MS;
    for (const queryKey of keys) void refetch(client, queryKey);
  };
  const gather = () => {
    const rest = Math.max(0, restUntil - Date.now());
    gathering ??= setTimeout(refresh, Math.max(rest, GATHER_MS) + Math.random() * SPREAD_MS);
  };
  const hear = ({ data, lastEventId }: MessageEvent<string>) => {
    position = lastEventId || position;
    const changes: LiveChange[] = JSON.parse(data);
    if (changes.some(({ topic }) => topic === 'access')) void askWhoWeAre();
    for (const { topic } of changes) topics.add(topic);
    if (changes.length) gather();
  };
  const open = () => {
    clearTimeout(later);
    source ??= new EventSource(`/api/events?${new URLSearchParams({ page: PAGE_NAME, after: position })}`);
    source.onmessage = hear;
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return; // it comes back by itself, and goes on where it was
      close();
      void askWhoWeAre();
      later = setTimeout(open, RETRY_MS);
    };
  };
  const close = () => {
    clearTimeout(later);
    source?.close();
    source = undefined;
  };
  const onVisibility = () => {
    if (!document.hidden) return open();
    clearTimeout(later);
    later = setTimeout(close, HIDDEN_MS);
  };

  onVisibility();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(gathering);
    close();
  };
}

/** When the session is over, the refusal leads to the login. */
async function askWhoWeAre(): Promise<void> {
  await get('/sessions').catch(() => {});
}

/** What is on the screen is fetched now, the rest when it is next shown. */
async function refetch(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.invalidateQueries({ queryKey, predicate: isLong, refetchType: 'none' });
  await client.invalidateQueries({ queryKey, predicate: (query) => !isLong(query) && !isStatus(query) });
}

function isLong({ state }: Query): boolean {
  return ((state.data as InfiniteData<unknown> | undefined)?.pages?.length ?? 0) > PAGES_MOST;
}

/** Who is signed in is asked for once; every screen waits for it. */
function isStatus({ queryKey }: Query): boolean {
  return queryKey[0] === 'status';
}
