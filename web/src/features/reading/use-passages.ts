import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { notesQuery } from '../notes/notes.queries.ts';
import { findQuote, type Passage } from './quote.ts';

/** A note with where its quote stands in the text at the moment. */
export interface FoundNote {
  note: NoteAnswer;
  passage: Passage;
}

/** The notes on passages of a blog that one may see: those that are found in its text, in its order, and those that are not. */
export function usePassages(blogId: number, text: string | undefined): { found: FoundNote[]; lost: NoteAnswer[] } {
  const list = useInfiniteQuery(notesQuery({ blog: blogId, quoted: true }));
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);

  // Looking for a passage that was changed costs milliseconds: once for a note and a text, however often its note changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another search
  const places = useMemo(() => new Map<number, Passage | undefined>(), [text]);
  const { data } = list;
  return useMemo(() => {
    const found: FoundNote[] = [];
    const lost: NoteAnswer[] = [];
    for (const note of data?.pages.flatMap(({ items }) => items) ?? []) {
      if (!note.quote || note.deleted || text === undefined) continue;
      if (!places.has(note.id)) places.set(note.id, findQuote(text, note.quote));
      const passage = places.get(note.id);
      if (passage) found.push({ note, passage });
      else lost.push(note);
    }
    found.sort((a, b) => a.passage.start - b.passage.start || a.note.id - b.note.id);
    return { found, lost };
  }, [data, text, places]);
}
