import { readInteger, readOneOf, readText } from '../../search-params.ts';
import type { NoteFilters } from './notes.queries.ts';

const TABS = ['mine', 'all', 'marked', 'important'] as const;

/** What the notes can be narrowed by, as it stands in the address. */
export interface NotesSearch {
  /** One's own when left out. */
  tab?: (typeof TABS)[number];
  search?: string;
  /** Only what this user wrote; says nothing where all are one's own. */
  user?: number;
}

export function readNotesSearch({ tab, search, user }: Record<string, unknown>): NotesSearch {
  return { tab: readOneOf(tab, TABS), search: readText(search), user: readInteger(user, 1, 2_147_483_647) };
}

/** What a tab of the notes asks the server for. */
export function filtersOf({ tab = 'mine', search, user }: NotesSearch, viewerId: number): NoteFilters {
  if (tab === 'mine') return { search, user: viewerId };
  return {
    search,
    user,
    marked: tab === 'marked' ? true : undefined,
    important: tab === 'important' ? true : undefined,
  };
}
