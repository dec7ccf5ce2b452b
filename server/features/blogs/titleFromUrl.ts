const LONGEST = 200; // characters; an address can have 4,000

/**
 * A title to go by until the page has told its own: the last part of the path in words, and where it is, as
 * `Writing resilient components · overreacted.io`; the host alone when the path says nothing.
 */
export function titleFromUrl(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, LONGEST);
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const words = pathname.split('/').map(inWords).findLast(saysSomething);
  return words ? `${capitalised(words).slice(0, LONGEST)} · ${host}` : host;
}

function inWords(part: string): string {
  return decoded(part)
    .replace(/\.(html?|php|aspx?|md|txt|pdf)$/i, '')
    .replace(/[\p{Cc}\s\-_+]+/gu, ' ')
    .trim();
}

/** Not `index`, `12345` or `2024`: a page is not called by those. */
function saysSomething(words: string): boolean {
  return /\p{L}{2}/u.test(words) && !/^(index|default|home|amp)$/i.test(words);
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
