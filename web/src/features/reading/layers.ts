import type { Passage } from './quote.ts';

/** A stretch of text that the same notes cover. */
export interface Layer extends Passage {
  ids: number[];
  /** Those of the notes that begin here. */
  begins: number[];
}

/** Cuts overlapping passages into stretches that do not overlap, in the order of the text. */
export function layersOf(passages: readonly (Passage & { id: number })[]): Layer[] {
  const cuts = [...new Set(passages.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1] as number;
    const here = passages.filter((passage) => passage.start <= start && passage.end >= end);
    if (!here.length) return [];
    return [
      { start, end, ids: here.map(({ id }) => id), begins: here.filter((p) => p.start === start).map(({ id }) => id) },
    ];
  });
}
