import { readInteger, readOneOf, readText } from '../../search-params.ts';
import type { NoteFilters } from './notes.queries.ts';

const TABS = ['mine', 'all', 'mentions', 'marked', 'important'] as const;

/** What the notes can be narrowed by, as it stands in the address. */
export interface NotesSearch {
  /** One's own when left out. */
  tab?: (typeof TABS)[number];
  search?: string;
  /** Only what this user wrote; says nothing where all are one's own. */
  user?: number;
  /** Only what is for this team. */
  team?: number;
}

export const MAX_ID = 2_147_483_647;

export function readNotesSearch({ tab, search, user, team }: Record<string, unknown>): NotesSearch {
  return {
    tab: readOneOf(tab, TABS),
    search: readText(search),
    user: readInteger(user, 1, MAX_ID),
    team: readInteger(team, 1, MAX_ID),
  };
}

/** What a tab of the notes asks the server for. */
export function filtersOf({ tab = 'mine', search, user, team }: NotesSearch, viewerId: number): NoteFilters {
  // Who searches wants the reply too that has the word.
  const both: NoteFilters = { search, team, replies: search ? true : undefined };
  if (tab === 'mine') return { ...both, user: viewerId };
  return {
    ...both,
    user,
    mentioned: tab === 'mentions' ? true : undefined,
    marked: tab === 'marked' ? true : undefined,
    important: tab === 'important' ? true : undefined,
  };
}
