/** Words a minute of silent reading: the mean of 190 studies in Brysbaert 2019, doi 10.1016/j.jml.2019.104047. */
const WORDS_PER_MINUTE = 238;
/** Scripts written without spaces, where words must be found by dictionary. That is slow, hence only there. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.\-_](?=[\p{L}\p{N}])){0,200}/gu;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** @param {string} text */
function countWords(text) {
  let count = 0;
  const spaced = text.replace(UNSPACED, (run) => {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count++;
    return ' ';
  });
  for (const _ of spaced.matchAll(WORD)) count++;
  return count;
}

/**
 * @param {string} text
 * @returns {{ wordCount: number, readingMinutes: number }}
 */
export function measureText(text) {
  const wordCount = countWords(text);
  return { wordCount, readingMinutes: Math.ceil(wordCount / WORDS_PER_MINUTE) };
}

/**
 * The beginning of a text in at most `length` characters, cut between words and then marked with an ellipsis.
 * @param {string} text @param {number} length
 */
export function shorten(text, length) {
  const flat = flatten(text);
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.\ud800-\udbff]+$/, '')}…`;
}

/**
 * One line without control characters (PostgreSQL refuses the null character) or repeated spaces.
 * @param {unknown} text
 */
export function flatten(text) {
  return String(text ?? '')
    .replace(/[\p{Cc}\u200b\ufeff\s]+/gu, ' ')
    .trim();
}
