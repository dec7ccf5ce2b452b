import { IconUsers } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readInteger, readOneOf, readText } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { peopleQuery, personQuery } from './people.queries.ts';

const MAX_ID = 2_147_483_647;

export interface PeopleSearch {
  search?: string;
}

export interface PersonSearch {
  /** His blogs when left out. */
  tab?: 'notes';
}

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => ({ search: readText(search.search) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(peopleQuery(deps)),
  component: lazyRouteComponent(() => import('./people.tsx'), 'PeopleScreen'),
  staticData: { page: { label: 'People', icon: IconUsers, order: 5 } },
});

const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$id',
  params: {
    parse: ({ id }) => ({ id: readInteger(id, 1, MAX_ID) ?? 0 }), // 0 is nobody's id: the screen says that there is none
    stringify: ({ id }) => ({ id: String(id) }),
  },
  validateSearch: (search: Record<string, unknown>): PersonSearch => ({ tab: readOneOf(search.tab, ['notes']) }),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(personQuery(params.id)),
  component: lazyRouteComponent(() => import('./person.tsx'), 'PersonScreen'),
});

export const peopleRoutes = [people, person] as const;
