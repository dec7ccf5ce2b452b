import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PersonAnswer, PersonListAnswer } from '../../../../server/features/people/people.schemas.ts';
import { get, getPage } from '../../api.ts';
import { isShort } from '../../parts/infinite-cache.ts';
import type { PeopleSearch } from './people.routes.ts';

/** Who is here, those who came first at the top. */
export function peopleQuery({ search }: PeopleSearch) {
  return infiniteQueryOptions({
    queryKey: ['people', 'list', { search }],
    queryFn: ({ pageParam, signal }) => getPage<PersonListAnswer>('/users', { name: search }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    placeholderData: (previous) => previous, // the old rows stay while new ones are searched for
  });
}

/** What a person's page says of him. */
export function personQuery(id: number) {
  return queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: async ({ signal }) => {
      // Of himself and to admins the server also sends his whole reading list and his notes; only the facts are kept.
      const person = await get<PersonAnswer>(`/users/${id}`, { teams: 1 }, signal);
      const { username, name, admin, noteCount, teams = [] } = person;
      return { id: person.id, username, name, admin, noteCount, teams };
    },
  });
}
