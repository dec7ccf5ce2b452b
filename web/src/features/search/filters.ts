/** The filters of the search box, each with what it does, in the order in which they are offered. */
export const FILTERS = [
  { text: 'is:unread', hint: 'unread on my list' },
  { text: 'is:read', hint: 'read on my list' },
  { text: 'is:starred', hint: 'starred on my list' },
  { text: 'has:note', hint: 'with notes' },
  { text: 'author:', hint: 'by this author' },
  { text: 'site:', hint: 'on this site' },
  { text: 'tag:', hint: 'with this tag of mine' },
  { text: 'team:', hint: 'of this team' },
  { text: 'year:', hint: 'from this year, or 2015..2019' },
] as const;

export interface Offer {
  text: string;
  hint?: string;
}

const LAST = /(?:^|\s)(-?)((?:author|site|team|tag|year|is|has):(?:"[^"]*"?|[^\s"]*)|[^\s"]*)$/i;
const MOST = 6;

/** What is at the end of the box: a filter with its value so far, or the word that is being typed. */
export function lastPart(text: string): { minus: string; name?: string; value: string } {
  const [, minus = '', part = ''] = LAST.exec(text) ?? [];
  const colon = part.indexOf(':');
  if (colon < 0) return { minus, value: part };
  return { minus, name: part.slice(0, colon).toLowerCase(), value: part.slice(colon + 1).replaceAll('"', '') };
}

/**
 * What may come next in the box: values for the filter that is being typed, from `values` by the filter's name; the filters
 * that begin like the word that is being typed; all of them behind a space.
 */
export function offersFor(text: string, values: Record<string, string[]>): Offer[] {
  const { minus, name, value } = lastPart(text);
  const begins = (whole: string) => whole.toLowerCase().includes(value.toLowerCase());
  if (name && values[name])
    return values[name]
      .filter((known) => begins(known) && known.toLowerCase() !== value.toLowerCase())
      .slice(0, MOST)
      .map((known) => ({ text: `${minus}${name}:${/\s/.test(known) ? `"${known}"` : known}` }));
  if (name) return [];
  const fitting = FILTERS.filter((filter) => filter.text.startsWith(value.toLowerCase()));
  return fitting.map(({ text: filter, hint }) => ({ text: `${minus}${filter}`, hint }));
}

/** The box with an offer taken: in place of what was begun, with a space behind it unless a value has to follow. */
export function take(text: string, offer: string): string {
  const start = text.replace(LAST, (whole) => (/^\s/.test(whole) ? ' ' : ''));
  return `${start}${offer}${offer.endsWith(':') ? '' : ' '}`;
}
