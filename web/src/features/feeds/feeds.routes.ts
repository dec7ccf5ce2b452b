import { IconInbox } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readFlag, readInteger } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { feedsQuery, inboxQuery } from './feeds.queries.ts';
import { InboxCount } from './inbox-count.tsx';

const MAX_ID = 2_147_483_647;

export interface InboxSearch {
  /** Only the posts of this feed. */
  feed?: number;
}

export interface FeedsSearch {
  /** Whether the dialog to follow a feed is open. */
  add?: true;
}

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({ feed: readInteger(search.feed, 1, MAX_ID) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(inboxQuery(deps)),
  component: lazyRouteComponent(() => import('./inbox.tsx'), 'InboxScreen'),
  staticData: { page: { label: 'Inbox', icon: IconInbox, order: 1.5, Count: InboxCount } },
});

const feeds = createRoute({
  getParentRoute: () => inside,
  path: '/feeds',
  validateSearch: (search: Record<string, unknown>): FeedsSearch => ({ add: readFlag(search.add) }),
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(feedsQuery),
  component: lazyRouteComponent(() => import('./feeds.tsx'), 'FeedsScreen'),
});

export const feedsRoutes = [inbox, feeds] as const;
