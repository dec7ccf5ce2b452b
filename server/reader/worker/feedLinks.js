import { absoluteUrl } from './meta.js';
import { parseHtml } from './window.js';
import { flatten } from './words.js';

const TYPES = /^(application\/(rss|atom|rdf)\+xml|application\/(feed\+)?json|text\/(rss|xml)|application\/xml)$/i;
const LIKELY_PATH = /(^|\/)(feed|rss|atom|index)(\.(xml|rss|atom|json))?\/?$|\.(rss|atom)$/i;
const MAX_LINKS = 20;

/**
 * The feeds that a page names in its head; when there are none, those that it links to under a usual name. Feeds of
 * comments come last.
 * @param {{ html: string, url: string }} page
 * @returns {{ url: string, title: string | null, type: string | null }[]}
 */
export function readFeedLinks({ html, url }) {
  const document = parseHtml(html, url);
  const named = [...document.querySelectorAll('link[rel~="alternate" i][type][href], link[rel~="feed" i][href]')]
    .filter((link) => !link.hasAttribute('type') || TYPES.test(link.getAttribute('type')?.split(';')[0]?.trim() ?? ''))
    .filter((link) => !/\/wp-json\/|oembed/.test(link.getAttribute('href') ?? ''));
  const linked = [...document.querySelectorAll('a[href]')].filter((link) => {
    const address = absoluteUrl(link.getAttribute('href'), document.baseURI);
    const isIndexPage = /\/index(\.html?)?\/?$/.test(address ?? '');
    return address !== null && !isIndexPage && LIKELY_PATH.test(new URL(address).pathname);
  });
  const feeds = new Map();
  for (const link of named.length > 0 ? named : linked) {
    const address = absoluteUrl(link.getAttribute('href'), document.baseURI);
    if (!address || feeds.has(address)) continue;
    const title = flatten(link.getAttribute('title') ?? link.textContent) || null;
    feeds.set(address, { url: address, title, type: link.getAttribute('type')?.toLowerCase() ?? null });
  }
  const isComments = (/** @type {{ url: string, title: string | null }} */ feed) =>
    /comment/i.test(`${feed.url} ${feed.title}`);
  return [...feeds.values()].sort((a, b) => Number(isComments(a)) - Number(isComments(b))).slice(0, MAX_LINKS);
}
