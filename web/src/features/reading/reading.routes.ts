import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readInteger } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { blogQuery } from '../blogs/blogs.queries.ts';
import { notesQuery } from '../notes/notes.queries.ts';
import { articleQuery } from './reading.queries.ts';

const MAX_ID = 2_147_483_647;

export interface ReadingPlace {
  /** The note whose passage is shown and chosen. */
  note?: number;
}

const reading = createRoute({
  getParentRoute: () => inside,
  path: '/blogs/$id/read',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }), // 0 is nobody's id: the screen says that there is none
    stringify: ({ id }) => ({ id: String(id) }),
  },
  validateSearch: (search: Record<string, unknown>): ReadingPlace => ({ note: readInteger(search.note, 1, MAX_ID) }),
  loader: ({ context: { queryClient }, params: { id } }) => {
    if (!id) return;
    void queryClient.prefetchQuery(blogQuery(queryClient, id));
    void queryClient.prefetchQuery(articleQuery(id));
    void queryClient.prefetchInfiniteQuery(notesQuery({ blog: id, quoted: true }));
  },
  component: lazyRouteComponent(() => import('./reading.tsx'), 'ReadingScreen'),
});

export const readingRoutes = [reading] as const;
