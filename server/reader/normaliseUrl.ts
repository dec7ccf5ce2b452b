import { ReaderError } from './readerError.ts';
import { isTrackingParameter } from './trackingParameters.ts';

/**
 * The address under which a page is recognised: two addresses of one page give the same string. Scheme and host in
 * lower case, no default port, no trailing slash, query sorted and without tracking parameters, no fragment unless it
 * is a route (`#/…`, `#!…`). For comparing, not for fetching. Throws ReaderError `bad-url` for what is no http(s) URL.
 */
export function normaliseUrl(address: string): string {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed)) throw new ReaderError('bad-url', `"${trimmed}" is not a web address.`);
  const url = new URL(trimmed);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ReaderError('bad-url', `Only http and https addresses can be saved, not ${url.protocol.slice(0, -1)}.`);
  }
  if (url.username || url.password) {
    throw new ReaderError('bad-url', 'An address with a user name or password in it is not saved; leave them out.');
  }
  const port = url.port ? `:${url.port}` : '';
  const path = normalisePercents(url.pathname).replace(/(?<=.)\/+$/, '');
  return `${url.protocol}//${url.hostname.replace(/\.$/, '')}${port}${path}${sortedQuery(url.search)}${route(url.hash)}`;
}

/** Works on the raw text, not URLSearchParams, which would write `%20` as `+` and turn `?a` into `?a=`. */
function sortedQuery(search: string): string {
  const pairs = search.slice(1).split('&').filter(Boolean).map(normalisePercents);
  const kept = pairs.map((pair) => ({ pair, name: decode(pair.split('=', 1)[0] ?? '') }));
  const wanted = kept.filter(({ name }) => !isTrackingParameter(name));
  // Stable and by name only: the order of `tag=b&tag=a` may mean something.
  wanted.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return wanted.length > 0 ? `?${wanted.map(({ pair }) => pair).join('&')}` : '';
}

/** A text fragment (`:~:text=`) marks a passage for the browser and is never part of a route. */
function route(hash: string): string {
  const fragment = hash.replace(/:~:.*$/s, '');
  return /^#!?\/./.test(fragment) || /^#!./.test(fragment) ? fragment : '';
}

/** RFC 3986 6.2.2: hex digits in upper case, and letters, digits, `-._~` never percent-encoded. */
function normalisePercents(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : whole.toUpperCase();
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
