import { Invalid } from '../../errors.ts';

/** What somebody typed into the search box, taken apart. */
export interface Search {
  /** What `websearch_to_tsquery` reads: words, "phrases", OR, minus. Empty when only filters were typed. */
  words: string;
  /** The words that a typing error may be in; none where quotes, OR or minus say that exactly this is meant. */
  plain: string[];
  filters: Filter[];
}

export type Filter = { not: boolean } & (
  | { name: 'author' | 'team' | 'site' | 'tag'; value: string }
  | { name: 'year'; from: number; to: number }
  | { name: 'is'; value: 'read' | 'unread' | 'starred' }
  | { name: 'has'; value: 'note' }
);

const TOKEN = /(-?)"([^"]*)"?|(-?)(author|year|is|has|team|site|tag):(?:"([^"]*)"?|([^\s"]*))|(\S+)/giu;
const MOST_PLAIN = 8; // words that are compared letter by letter

/**
 * Takes a search apart. `author: year: is: has: team: site: tag:` are filters, with a minus before them turned round, with
 * quotes around a value of several words; one without a value is still being typed and counts for nothing. Any other word with a
 * colon is a word, so that a title or an address can be pasted.
 * @throws Invalid for a filter whose value it cannot have.
 */
export function parseSearch(text: string): Search {
  const search: Search = { words: '', plain: [], filters: [] };
  const words: string[] = [];
  let exact = false;
  for (const [, minus, phrase, not, name, quoted, bare, word] of text.matchAll(TOKEN)) {
    if (name !== undefined) {
      const value = (quoted ?? bare ?? '').trim();
      if (value) search.filters.push({ not: not === '-', ...readFilter(name.toLowerCase(), value) } as Filter);
    } else if (phrase !== undefined) {
      exact = true;
      if (phrase.trim()) words.push(`${minus}"${separate(phrase)}"`);
    } else if (word !== undefined) {
      exact ||= /^-./.test(word) || word.toLowerCase() === 'or';
      words.push(...asWords(word));
      if (/[\p{L}\p{N}]{3}/u.test(word)) search.plain.push(word);
    }
  }
  search.words = words.join(' ');
  if (exact || search.plain.length > MOST_PLAIN) search.plain = [];
  return search;
}

function readFilter(name: string, value: string): Record<string, unknown> {
  if (name === 'year') {
    const [, from, to = from] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(value) ?? [];
    if (!from) throw new Invalid(`year: takes a year or a span, like year:2019 or year:2015..2019, and not "${value}"`);
    return { name, from: Number(from), to: Number(to) };
  }
  const choices = { is: ['unread', 'read', 'starred'], has: ['note'] }[name];
  if (!choices) return { name, value };
  const choice = value.toLowerCase().replace(/^notes$/, 'note');
  if (!choices.includes(choice))
    throw new Invalid(
      `${name}: takes ${choices.join(', ').replace(/, (?=[^,]*$)/, ' or ')}, like ${name}:${choices[0]}, and not "${value}"`,
    );
  return { name, value: choice };
}

/** What stands apart in the index: see `carrel_searchable` in the migration that made it. */
const SEPARATOR = /[<>/.@]/g;
const CJK = /[\u2E80-\u2FFF\u3005-\u3007\u3021-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/g;

function separate(text: string): string {
  return text.replace(SEPARATOR, ' ').replace(CJK, '$& ').trim();
}

/** A word as the index has it: "node.js" and "東京" are several words there, one after the other. */
function asWords(word: string): string[] {
  const [, minus, rest] = /^(-?)(.*)$/su.exec(word) as unknown as [string, string, string];
  const apart = separate(rest);
  if (!apart) return [];
  return [/\s/.test(apart) ? `${minus}"${apart}"` : `${minus}${apart}`];
}
