import search from 'approx-string-match';
import type { Quote } from '../../../../server/features/notes/notes.schemas.ts';

export interface Passage {
  start: number;
  /** Exclusive. */
  end: number;
}

const CONTEXT = 64; // characters kept before and after a quote
/** So much of the context tells that a short quote found word for word is the right one. */
const NEXT_TO_IT = 16;
/** Beside the place that comes closest the quote is looked for too, because fuzzy edges lie within some characters. */
const AROUND = 8;
const MOST = 5000; // characters of a quote that the server takes
/** From here on the beginning and the end of a quote are looked for apart, because what is between may have grown or shrunk. */
const LONG = 400;
const EDGE = 150;
/** So long a quote stands for itself; a shorter one that is found word for word must also stand between the words it stood between. */
const TELLING = 24;
/** A quote this short could be anywhere once letters of it may differ. */
const SHORTEST_CHANGED = 12;

/** Names a passage by its words and some around it. Undefined when it holds no words, or more than can be kept. */
export function describeQuote(text: string, passage: Passage): Quote | undefined {
  let { start, end } = passage;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  if (start === end || end - start > MOST) return undefined;
  const prefix = text.slice(Math.max(0, start - CONTEXT), start);
  const suffix = text.slice(end, end + CONTEXT);
  return { exact: text.slice(start, end), prefix: wholeCharacters(prefix), suffix: wholeCharacters(suffix) };
}

/** Cutting by code unit may halve a character, which the server refuses. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/**
 * Finds a quote in a text that may have changed since: word for word, of several places the one between the right words; else
 * where it and what stood around it come closest, if that is close enough; else by its own words alone, changed only a little.
 */
export function findQuote(text: string, quote: Quote): Passage | undefined {
  const parts = { exact: flat(quote.exact).trim(), prefix: flat(quote.prefix), suffix: flat(quote.suffix) };
  if (!parts.exact) return undefined;
  const exact = findWordForWord(text, parts);
  if (exact && exact.likeness >= 0.5) return exact.passage;
  // The same words between quite other ones: a place where quote and context together come closer is the better one.
  const same = exact && parts.exact.length >= TELLING ? exact.passage : undefined;
  if (parts.exact.length < SHORTEST_CHANGED) return same;
  if (parts.exact.length > LONG) return same ?? findByEdges(text, parts);
  const near = findInContext(text, parts) ?? same ?? findAlone(text, parts.exact);
  return near && toWholeWords(text, near, parts);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function findWordForWord(text: string, { exact, prefix, suffix }: Quote) {
  let best: { start: number; same: number; likeness: number } | undefined;
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const before = sameAtEnd(text.slice(Math.max(0, start - prefix.length), start), prefix);
    const after = sameAtStart(text.slice(start + exact.length, start + exact.length + suffix.length), suffix);
    const likeness = (likenessOf(before, prefix) + likenessOf(after, suffix)) / 2;
    if (!best || before + after > best.same) best = { start, same: before + after, likeness };
  }
  return best && { passage: { start: best.start, end: best.start + exact.length }, likeness: best.likeness };
}

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

function sameAtEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.at(-1 - same) === b.at(-1 - same)) same++;
  return same;
}

/** From 0 to 1 by the characters that are the same; without any context nothing speaks against a place. */
function likenessOf(same: number, context: string): number {
  const most = Math.min(context.length, NEXT_TO_IT);
  return most ? Math.min(1, same / most) : 1;
}

/** The place where quote and context together come closest; the quote may have changed more than what stands around it. */
function findInContext(text: string, { exact, prefix, suffix }: Quote): Passage | undefined {
  if (!prefix && !suffix) return undefined;
  const whole = prefix + exact + suffix;
  const [region] = search(text, whole, Math.floor(whole.length * 0.35));
  if (!region) return undefined;
  const from = Math.max(0, region.start - AROUND);
  const area = text.slice(from, region.end + AROUND);
  const near = (words: string, share: number, expected: number) =>
    search(area, words, Math.floor(words.length * share)).sort(
      (a, b) => Math.abs(a.start - expected) - Math.abs(b.start - expected),
    )[0];
  const start = region.start - from;
  const end = region.end - from;
  const quote = near(exact, 0.45, start + prefix.length);
  // An edge lies best where unchanged words around the quote say it does.
  const left = prefix ? near(prefix, 0.1, start)?.end : start;
  const right = suffix ? near(suffix, 0.1, end - suffix.length)?.start : end;
  const passage = { start: left ?? quote?.start ?? -1, end: right ?? quote?.end ?? -1 };
  const length = passage.end - passage.start;
  if (passage.start < 0 || length < exact.length * 0.4 || length > exact.length * 2.5) return undefined;
  return { start: from + passage.start, end: from + passage.end };
}

function findAlone(text: string, exact: string): Passage | undefined {
  if (exact.length < TELLING) return undefined;
  const [match] = search(text, exact, Math.floor(exact.length * 0.2));
  return match && { start: match.start, end: match.end };
}

function findByEdges(text: string, { exact, prefix, suffix }: Quote): Passage | undefined {
  const head = { exact: exact.slice(0, EDGE), prefix, suffix: exact.slice(EDGE, EDGE + CONTEXT) };
  const tail = { exact: exact.slice(-EDGE), prefix: exact.slice(-EDGE - CONTEXT, -EDGE), suffix };
  const first = findQuote(text, head);
  const last = findQuote(text, tail);
  if (!first || !last) return undefined;
  const length = last.end - first.start;
  return length > exact.length / 2 && length < exact.length * 2 ? { start: first.start, end: last.end } : undefined;
}

const LETTER = /[\p{L}\p{N}]/u;

/** A changed passage must not end amid a word where the quote did not. */
function toWholeWords(text: string, { start, end }: Passage, { exact, prefix, suffix }: Quote): Passage {
  const isInWord = (left: string | undefined, right: string | undefined) =>
    left !== undefined && right !== undefined && LETTER.test(left) && LETTER.test(right);
  let from = start;
  let to = end;
  while (text[from] === ' ') from++;
  while (text[to - 1] === ' ') to--;
  if (!isInWord(prefix.at(-1), exact[0])) while (isInWord(text[from - 1], text[from])) from--;
  if (!isInWord(exact.at(-1), suffix[0])) while (isInWord(text[to - 1], text[to])) to++;
  return { start: from, end: to };
}
