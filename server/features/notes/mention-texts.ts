const MOST_MENTIONS = 50; // in one note
const MOST_WORDS = 6; // of a name
const MOST_LENGTH = 254; // a username

/**
 * What may be a mention in a note: for each `@` that begins a word, outside of code, the texts behind it that could be a name
 * or a username, the longest first. "@Ada Lovelace, see" gives "Ada Lovelace, see", "Ada Lovelace,", "Ada Lovelace", "Ada".
 */
export function mentionTexts(markdown: string): string[][] {
  const text = withoutCode(markdown);
  const places = [...text.matchAll(/(?<![\p{L}\p{N}_.+-])@(?=[\p{L}\p{N}])/gu)].slice(0, MOST_MENTIONS);
  return places.map(({ index }) => textsOf(text.slice(index + 1, index + 1 + MOST_LENGTH)));
}

function textsOf(tail: string): string[] {
  const [line = ''] = tail.split('\n', 1);
  const words = line.split(' ').slice(0, MOST_WORDS);
  const texts = words.flatMap((_, i) => {
    const whole = words.slice(0, i + 1).join(' ');
    const bare = whole.replace(/[\p{P}\p{S}]+$/u, '');
    return [whole, bare, bare.replace(/['’]s$/, '')];
  });
  return [...new Set(texts)].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** An @ in code is a decorator or an address. */
function withoutCode(markdown: string): string {
  let fence: string | undefined;
  const lines = markdown.split('\n').map((line) => {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence) {
      if (mark?.startsWith(fence)) fence = undefined;
      return '';
    }
    fence = mark;
    return mark ? '' : line.replace(/`[^`]*`/g, ' ');
  });
  return lines.join('\n');
}
