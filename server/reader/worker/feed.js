import { parseFeed } from 'feedsmith';
import { nameOf } from './jsonLd.js';
import { absoluteUrl } from './meta.js';
import { sanitise } from './sanitise.js';
import { textOf } from './textOf.js';
import { flatten, shorten } from './words.js';

/** @import { Feed, FeedEntry } from '../feed.ts' */
/** @typedef {Record<string, any>} Raw a part of a feed as feedsmith gives it */

const MAX_ENTRIES = 500;

/**
 * @param {{ text: string, url: string }} source
 * @returns {Feed}
 */
export function readFeed({ text, url }) {
  const { format, feed: parsed } = parseFeed(text);
  const feed = /** @type {Raw} */ (parsed);
  const siteUrl = absoluteUrl(feed.link ?? feed.home_page_url ?? linkOf(feed.links), url);
  const base = siteUrl ?? url;
  const selfLink = feed.feed_url ?? linkOf(feed.links, 'self') ?? linkOf(feed.atom?.links, 'self');
  const raw = /** @type {Raw[]} */ (feed.items ?? feed.entries ?? []).slice(0, MAX_ENTRIES);
  const language = feed.language ?? feed.xml?.lang ?? feed.dc?.languages?.[0];
  const entries = raw.map((entry) =>
    readEntry(entry, entry.xml?.base ? (absoluteUrl(entry.xml.base, base) ?? base) : base),
  );
  return {
    format,
    title: plain(feed.title, base) || new URL(base).hostname,
    description: shorten(plain(feed.description ?? feed.subtitle, base), 300) || null,
    siteUrl,
    selfUrl: absoluteUrl(selfLink, url),
    language: typeof language === 'string' ? shorten(language, 35) : null,
    entries: entries.filter((entry) => entry !== null),
  };
}

/** An entry without an address cannot be read and is left out. @param {Raw} raw @param {string} base @returns {FeedEntry | null} */
function readEntry(raw, base) {
  const guid = raw.guid?.value ?? raw.id;
  const permalink = raw.guid && raw.guid.isPermaLink !== false ? raw.guid.value : null;
  const addresses = [raw.link, raw.url, linkOf(raw.links), raw.external_url, permalink, raw.rdf?.about];
  const url = addresses.map((address) => absoluteUrl(address, base)).find(Boolean);
  if (!url) return null;
  const summary = plain(
    raw.summary ?? raw.description ?? raw.content_text ?? raw.content?.encoded ?? raw.content ?? raw.content_html,
    base,
  );
  const authors = [raw.authors, raw.dc?.creators, raw.author, raw.itunes?.author]
    .flat()
    .map((author) => flatten(nameOf(author)));
  return {
    id: (typeof guid === 'string' && shorten(guid, 1000)) || url,
    url,
    title: shorten(plain(raw.title, base) || summary, 500) || url,
    author:
      authors
        .filter(Boolean)
        .map((author) => author.replace(/^\S+@\S+\s+\((.+)\)$/, '$1'))
        .join(', ') || null,
    publishedAt: time(
      raw.pubDate ?? raw.published ?? raw.date_published ?? raw.dc?.dates?.[0] ?? raw.updated ?? raw.dcterms?.created,
    ),
    updatedAt: time(raw.updated ?? raw.date_modified ?? raw.atom?.updated ?? raw.dcterms?.modified),
    summary: shorten(summary, 300) || null,
  };
}

/** @param {Raw[] | undefined} links @param {string} [rel] */
function linkOf(links, rel = 'alternate') {
  return links?.find((link) => (link.rel ?? 'alternate') === rel)?.href;
}

/** Text of a title or summary that may be HTML, said so or not. @param {unknown} value @param {string} base */
function plain(value, base) {
  const raw = typeof value === 'object' && value !== null ? /** @type {Raw} */ (value).value : value;
  const text = flatten(raw);
  return /<[a-z!/]|&[a-z#]/i.test(text) ? flatten(textOf(sanitise(text.slice(0, 50_000), base, base))) : text;
}

/** @param {unknown} value @returns {string | null} ISO 8601 */
function time(value) {
  const parsed = Date.parse(String(value ?? ''));
  return Number.isNaN(parsed) ? null : new Date(parsed).toISOString();
}
