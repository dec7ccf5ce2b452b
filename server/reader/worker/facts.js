import { readAuthor } from './author.js';
import { parseDate } from './dates.js';
import { nameOf, readJsonLd } from './jsonLd.js';
import { absoluteUrl } from './meta.js';
import { readTitle } from './title.js';
import { flatten, shorten } from './words.js';

/** @import { Document, Element } from './dom.ts' */
/** @import { Facts } from '../article.ts' */
/** @import { Meta } from './meta.js' */

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ku-arab|ps|sd|syr|ug|ur|yi)\b/i;
const EXCERPT_LENGTH = 300;
const TIMES = [
  'time[itemprop="datePublished"]',
  '[itemprop="datePublished"]',
  'time.dt-published, time.published, time.entry-date, abbr.published, time[pubdate]',
  'article header time[datetime], header time[datetime], .post-meta time[datetime], .byline time[datetime]',
  'article time[datetime], main time[datetime], h1 ~ time[datetime], h1 ~ * time[datetime]',
  '.post-date, .entry-date, .published, .date',
];

/**
 * What the page says about itself, from JSON-LD, Open Graph, other meta elements and the usual places of the text.
 * To be called on the untouched document.
 * @param {Document} document @param {string} url @param {Meta} meta
 * @returns {Facts}
 */
export function readFacts(document, url, meta) {
  const { article, siteName: siteOfJsonLd } = readJsonLd(document);
  const stated = meta('og:site_name')[0] ?? siteOfJsonLd ?? meta('application-name', 'apple-mobile-web-app-title')[0];
  const siteName = shorten(stated || new URL(url).hostname.replace(/^www\./, ''), 100);
  const description =
    meta('og:description', 'description', 'twitter:description', 'dc.description')[0] ?? nameOf(article?.description);
  const language = readLanguage(document, meta, article);
  return {
    title: readTitle(document, meta, article, siteName),
    author: readAuthor(document, meta, article, siteName),
    ...readDate(document, url, meta, article),
    siteName,
    excerpt: description ? shorten(description, EXCERPT_LENGTH) : null,
    language,
    direction: readDirection(document, language),
    leadImage: readImage(document, meta, article),
    canonicalUrl: readCanonical(document, url, meta),
  };
}

/** @param {Document} document @param {string} url @param {Meta} meta @param {Record<string, unknown> | null} article */
function readDate(document, url, meta, article) {
  const inPath = /\/((?:19|20)\d{2})\/(\d{2})(?:\/(\d{2}))?\//.exec(new URL(url).pathname);
  const candidates = [
    article?.datePublished,
    ...meta(
      'article:published_time',
      'og:article:published_time',
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
    ),
    ...meta(
      'parsely-pub-date',
      'sailthru.date',
      'datepublished',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'dc.date',
      'date',
      'pubdate',
    ),
    article?.dateCreated,
    ...TIMES.map((selector) => () => dateOf(document.querySelector(selector))),
    inPath ? `${inPath[1]}-${inPath[2]}-${inPath[3] ?? '01'}` : null,
  ];
  for (const candidate of candidates) {
    // Looked up only when needed: a selector over a large page costs 100 ms.
    const date = parseDate(typeof candidate === 'function' ? candidate() : candidate);
    if (date) return date;
  }
  return { publishedAt: null, year: null };
}

/** @param {Element | null} element */
function dateOf(element) {
  const stated = ['datetime', 'content', 'title'].map((name) => element?.getAttribute(name)).find(Boolean);
  return stated ?? element?.textContent;
}

/** @param {Document} document @param {Meta} meta @param {Record<string, unknown> | null} article */
function readLanguage(document, meta, article) {
  const root = document.documentElement;
  const candidates = [root.getAttribute('lang'), root.getAttribute('xml:lang'), document.body?.getAttribute('lang')];
  candidates.push(nameOf(article?.inLanguage), ...meta('og:locale', 'dc.language', 'language'));
  candidates.push(document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ?? null);
  for (const candidate of candidates) {
    try {
      const [tag] = Intl.getCanonicalLocales(flatten(candidate).split(/[,;]/)[0]?.replaceAll('_', '-') ?? '');
      if (tag) return tag;
    } catch {
      // Not a language tag: the next one may be.
    }
  }
  return null;
}

/** @param {Document} document @param {string | null} language @returns {'ltr' | 'rtl'} */
function readDirection(document, language) {
  const stated = document.documentElement.getAttribute('dir') ?? document.body?.getAttribute('dir');
  if (/^(ltr|rtl)$/i.test(stated ?? '')) return stated?.toLowerCase() === 'rtl' ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.test(language ?? '') ? 'rtl' : 'ltr';
}

/** @param {Document} document @param {Meta} meta @param {Record<string, unknown> | null} article */
function readImage(document, meta, article) {
  const image = [article?.image].flat()[0];
  const fromJsonLd =
    typeof image === 'object' && image !== null ? /** @type {Record<string, unknown>} */ (image).url : image;
  const linked = document.querySelector('link[rel~="image_src"]')?.getAttribute('href');
  const candidates = [
    ...meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'),
    fromJsonLd,
    linked,
  ];
  for (const candidate of candidates) {
    const url = absoluteUrl(candidate, document.baseURI);
    if (url) return url;
  }
  return null;
}

/**
 * Nothing when several addresses are named, and not the front page for an article: a template that writes one address
 * on every page is a common fault, and would make all of a blog one article.
 * @param {Document} document @param {string} url @param {Meta} meta
 */
function readCanonical(document, url, meta) {
  const links = [...document.querySelectorAll('link[rel~="canonical" i]')].map((link) =>
    absoluteUrl(link.getAttribute('href'), document.baseURI),
  );
  const named = [...new Set(links.filter(Boolean))];
  const canonical = named.length > 0 ? named[0] : absoluteUrl(meta('og:url')[0], document.baseURI);
  if (!canonical || named.length > 1) return null;
  return new URL(canonical).pathname === '/' && new URL(url).pathname !== '/' ? null : canonical;
}
