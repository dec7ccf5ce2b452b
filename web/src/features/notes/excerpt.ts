const MOST_CHARACTERS = 900;
const MOST_LINES = 14;

/** The beginning of a long text, cut where a line ends, or a word; undefined when the text is short enough to be shown whole. */
export function excerptOf(text: string): string | undefined {
  const lines = text.split('\n');
  if (text.length <= MOST_CHARACTERS * 1.3 && lines.length <= MOST_LINES + 4) return undefined;
  let cut = lines.slice(0, MOST_LINES).join('\n');
  if (cut.length > MOST_CHARACTERS) {
    const end = Math.max(cut.lastIndexOf('\n', MOST_CHARACTERS), cut.lastIndexOf(' ', MOST_CHARACTERS));
    cut = cut.slice(0, end > 0 ? end : MOST_CHARACTERS);
  }
  return `${cut.trimEnd()} …`;
}

/** The first words, for a question that has to name a note. */
export function firstWords(text: string): string {
  const line =
    text
      .trim()
      .split('\n', 1)[0]
      ?.replace(/^[#>*\-\s]+/, '') || text.trim();
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
}

/** A few words of a note where no Markdown is shown: without the signs for emphasis, code, headings, quotations and lists. */
export function withoutMarkup(text: string): string {
  return text.replace(/^[ \t]*(?:#{1,6}|>|[-*+])[ \t]+/gm, '').replace(/(\*\*|__|\*|`)(\S(?:.*?\S)?)\1/g, '$2');
}
