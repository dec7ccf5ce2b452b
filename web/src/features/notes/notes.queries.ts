import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { getPage } from '../../api.ts';
import { isShort, patchItems } from '../../parts/infinite-cache.ts';

/** Which notes; everything that is left out is not asked for. */
export interface NoteFilters {
  user?: number;
  blog?: number;
  important?: true;
  marked?: true;
  search?: string;
}

const NOTES_KEY = ['notes', 'list'] as const;

export function notesQuery(filters: NoteFilters) {
  return infiniteQueryOptions({
    queryKey: [...NOTES_KEY, filters],
    queryFn: ({ pageParam, signal }) => getPage<NoteAnswer>('/notes', { ...filters }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: isShort,
    refetchOnMount: isShort,
    // The old notes stay while new ones are searched for; those of another tab or blog would be wrong here.
    placeholderData: (previous, query) =>
      differOnlyInSearch(query?.queryKey[2] as NoteFilters | undefined, filters) ? previous : undefined,
  });
}

/** Changes one note in every list that shows it. */
export function patchNote(client: QueryClient, id: number, change: Partial<NoteAnswer>): void {
  patchItems<NoteAnswer>(client, NOTES_KEY, (note) => (note.id === id ? { ...note, ...change } : note));
}

function differOnlyInSearch(before: NoteFilters | undefined, now: NoteFilters): boolean {
  return (
    before !== undefined && (['user', 'blog', 'important', 'marked'] as const).every((key) => before[key] === now[key])
  );
}
