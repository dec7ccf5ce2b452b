import { IconNotes } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readInteger } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { noteQuery, notesQuery, teamMarkedQuery } from './notes.queries.ts';
import { filtersOf, MAX_ID, readNotesSearch } from './notes-search.ts';

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

const note = createRoute({
  getParentRoute: () => inside,
  path: '/notes/$id',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }), // 0 is no note's id: the screen says that there is none
    stringify: ({ id }) => ({ id: String(id) }),
  },
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(noteQuery(params.id)),
  component: lazyRouteComponent(() => import('./note.tsx'), 'NoteScreen'),
});

const teamMarked = createRoute({
  getParentRoute: () => inside,
  path: '/teams/$id/marked',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }),
    stringify: ({ id }) => ({ id: String(id) }),
  },
  loader: ({ context, params }) => void context.queryClient.prefetchInfiniteQuery(teamMarkedQuery(params.id)),
  component: lazyRouteComponent(() => import('./team-marked.tsx'), 'TeamMarkedScreen'),
});

export const notesRoutes = [notes, note, teamMarked] as const;
