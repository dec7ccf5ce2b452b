import { nameOf } from './jsonLd.js';
import { flatten, shorten } from './words.js';

/** @import { Document } from './dom.ts' */
/** @import { Meta } from './meta.js' */

const SELECTORS = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  '.p-author .p-name, .h-card.p-author, .p-author',
  '.author.vcard .fn, .byline .author, .byline-name, .author-name, .post-author, .entry-author, .c-byline__author',
];
/** Names that a blog engine writes when nobody told it one. */
const NOBODY = /^(admin|administrator|author|editor|editors|guest|root|staff|unknown|user|webmaster|wordpress)$/i;
const PREFIX =
  /^(written |posted |published )?(by|von|par|por|di|av|door|af|kirjoittanut|автор|作者|文|著者|글)(\s*[:：]\s*|\s+)/i;

/**
 * Who wrote the page: JSON-LD, then meta elements, then the usual places in the text; several joined with commas.
 * @param {Document} document @param {Meta} meta @param {Record<string, unknown> | null} article JSON-LD
 * @param {string} siteName an author of this name is believed only when there is no other
 * @returns {string | null} at most 200 characters
 */
export function readAuthor(document, meta, article, siteName) {
  const sources = [
    () => [article?.author].flat().map(nameOf),
    () => meta('citation_author').map((name) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1')),
    () =>
      meta(
        'author',
        'article:author',
        'parsely-author',
        'sailthru.author',
        'dc.creator',
        'dcterms.creator',
        'dc.creator.name',
      ),
    ...SELECTORS.map((selector) => () => [document.querySelector(selector)?.textContent]),
    () => meta('twitter:creator').filter((name) => !name.startsWith('@')),
  ];
  const isSite = (/** @type {string} */ name) => name.toLowerCase() === siteName.toLowerCase();
  let fallback = null;
  for (const source of sources) {
    const names = [...new Set(source().map(cleanAuthor))].filter((name) => name !== null);
    if (names.length > 0 && !names.every(isSite)) return shorten(names.join(', '), 200);
    fallback ??= names[0] ?? null;
  }
  return fallback;
}

/**
 * A name without "by" before it; null for what is no name: an address, a whole sentence, or "admin".
 * @param {unknown} value
 * @returns {string | null}
 */
export function cleanAuthor(value) {
  const name = flatten(value)
    .replace(PREFIX, '')
    .replace(/\s*[|·,;]\s*$/, '')
    .replace(/\s*<?\S+@\S+\.\S+>?/, '')
    .trim();
  return !name || name.length > 100 || NOBODY.test(name) || /^(https?:)?\/\//.test(name) ? null : name;
}
