import type { Segment } from '../../../../server/features/search/search.schemas.ts';

/** A piece of a note without the signs of Markdown: `**so**` and `# so` are `so`, but `a * b` and `snake_case` stay. */
export function withoutMarkup(segments: Segment[]): Segment[] {
  return segments.map(({ text, match }) => ({
    text: text.replace(/^\* |(?:^|(?<=\s))(?:#{1,6}|>|[-+]|\d+\.) /g, '').replace(/[*`~]+(?=\S)|(?<=\S)[*`~]+/g, ''),
    match,
  }));
}
