import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { MarkedAnswer } from '../../../../server/features/notes/marked.schemas.ts';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { get, getPage } from '../../api.ts';
import { isShort, patchItems } from '../../parts/infinite-cache.ts';

/** Which notes; everything that is left out is not asked for. */
export interface NoteFilters {
  user?: number;
  blog?: number;
  team?: number;
  important?: true;
  marked?: true;
  mentioned?: true;
  /** Whether they are about a passage. */
  quoted?: true;
  search?: string;
  /** Replies too. */
  replies?: true;
}

const LIST_KEY = ['notes', 'list'] as const;
const REPLIES_KEY = ['notes', 'replies'] as const;
const TEAM_KEY = ['notes', 'team'] as const;

export function notesQuery(filters: NoteFilters) {
  return infiniteQueryOptions({
    queryKey: [...LIST_KEY, filters],
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

/** The replies to a note, the first ones first. */
export function repliesQuery(noteId: number) {
  return infiniteQueryOptions({
    queryKey: [...REPLIES_KEY, noteId],
    queryFn: ({ pageParam, signal }) => getPage<NoteAnswer>(`/notes/${noteId}/replies`, {}, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

/** What the members of a team marked this week, the most marked first. */
export function teamMarkedQuery(teamId: number) {
  return infiniteQueryOptions({
    queryKey: [...TEAM_KEY, teamId],
    queryFn: ({ pageParam, signal }) =>
      getPage<MarkedAnswer>(`/teams/${teamId}/marked`, { limit: 20 }, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

export function noteQuery(id: number) {
  return queryOptions({
    queryKey: ['notes', 'one', id],
    queryFn: ({ signal }) => get<NoteAnswer>(`/notes/${id}`, {}, signal),
  });
}

/** Changes one note wherever it is shown. */
export function patchNote(client: QueryClient, id: number, change: (note: NoteAnswer) => NoteAnswer): void {
  const patch = (note: NoteAnswer) => (note.id === id ? change(note) : note);
  for (const key of [LIST_KEY, REPLIES_KEY, TEAM_KEY]) patchItems<NoteAnswer>(client, key, patch);
  client.setQueryData(noteQuery(id).queryKey, (note) => note && change(note));
}

function differOnlyInSearch(before: NoteFilters | undefined, now: NoteFilters): boolean {
  const rest = ({ search, replies, ...filters }: NoteFilters) => JSON.stringify(Object.entries(filters).sort());
  return before !== undefined && rest(before) === rest(now);
}
