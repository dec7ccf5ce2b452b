import { IconNotes } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../../shell/inside.route.ts';
import { notesQuery } from './notes.queries.ts';
import { filtersOf, readNotesSearch } from './notes-search.ts';

const notes = createRoute({
  getParentRoute: () => inside,
  path: '/notes',
  validateSearch: readNotesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(notesQuery(filtersOf(deps, context.user.id))),
  component: lazyRouteComponent(() => import('./notes.tsx'), 'NotesScreen'),
  staticData: { page: { label: 'Notes', icon: IconNotes, order: 4 } },
});

export const notesRoutes = [notes] as const;
