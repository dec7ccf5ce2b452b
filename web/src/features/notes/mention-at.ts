const MOST_CHARACTERS = 60; // of a name that is still being typed
const MOST_SPACES = 3;

/** A mention that is being typed: where its @ stands, and what stands behind it so far. */
export interface MentionAt {
  start: number;
  search: string;
}

/** The mention that somebody is typing at the caret, if he is: the last @ before it that begins a word. */
export function mentionAt(text: string, caret: number): MentionAt | undefined {
  const line = text.slice(Math.max(text.lastIndexOf('\n', caret - 1) + 1, caret - MOST_CHARACTERS), caret);
  const found = [...line.matchAll(/(?<![\p{L}\p{N}_.+-])@/gu)].at(-1);
  if (!found) return undefined;
  const search = line.slice(found.index + 1);
  if (search.startsWith(' ') || search.split(' ').length > MOST_SPACES + 1) return undefined;
  return { start: caret - search.length - 1, search };
}
