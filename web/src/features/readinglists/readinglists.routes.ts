import { IconBookmark } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { readFlag, readInteger, readOneOf, readText } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { type OwnSearch, readBlogSearch } from '../blogs/blog-search.ts';
import { ReadingListScreen } from './reading-list.tsx';
import { readingListQuery } from './readinglists.queries.ts';
import { UnreadCount } from './unread-count.tsx';

const MAX_ID = 2_147_483_647;
const TABS = ['unread', 'read', 'all'] as const;
const SORTS = ['newest', 'oldest', 'likes', 'title', 'year'] as const;

export interface ReadingSearch extends OwnSearch {
  /** Only what this team of one's own reads. */
  team?: number;
  /** Unread when left out. */
  tab?: (typeof TABS)[number];
  /** Newest when left out. */
  sort?: (typeof SORTS)[number];
}

const readingList = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: (search: Record<string, unknown>): ReadingSearch => ({
    ...readBlogSearch(search),
    team: readInteger(search.team, 1, MAX_ID),
    tag: readText(search.tag)?.slice(0, 50),
    starred: readFlag(search.starred),
    tab: readOneOf(search.tab, TABS),
    sort: readOneOf(search.sort, SORTS),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(readingListQuery(deps)),
  component: ReadingListScreen,
  staticData: { page: { label: 'Reading list', icon: IconBookmark, order: 1, inBar: true, Count: UnreadCount } },
});

export const readinglistsRoutes = [readingList] as const;
