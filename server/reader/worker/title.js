import { nameOf } from './jsonLd.js';
import { flatten, shorten } from './words.js';

/** @import { Document } from './dom.ts' */
/** @import { Meta } from './meta.js' */

const MARKED = '.entry-title, .post-title, .h-entry .p-name, [itemprop~="headline"]';
const MAX_TITLE = 2000;
const SEPARATOR = /\s+(?:[|–—·•»«›‹:/-]|::|->)\s+|\s*[|»·•]\s*|\s+::\s+/;

/**
 * The title of the article without the name of the site around it: what the page says for machines, else the heading
 * that the window's title repeats, else the longest part of the window's title.
 * @param {Document} document @param {Meta} meta @param {Record<string, unknown> | null} article JSON-LD
 * @param {string} siteName
 * @returns {string} never empty: the site's name when there is nothing else
 */
export function readTitle(document, meta, article, siteName) {
  const names = meta('og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title');
  const marked = headings(document, MARKED);
  const all = [...marked, ...headings(document, 'h1')];
  const title = flatten(document.querySelector('title')?.textContent?.slice(0, MAX_TITLE));
  const repeated = all.find((heading) => heading.length > 2 && title.toLowerCase().includes(heading.toLowerCase()));
  const candidates = [nameOf(article?.headline), ...names, repeated, ...marked, longestPart(title, siteName), ...all];
  const cleaned = candidates.map((candidate) => onlyHeading(withoutSite(flatten(candidate), siteName), all));
  const found = cleaned.find((candidate) => candidate && candidate.toLowerCase() !== siteName.toLowerCase());
  return shorten(found ?? siteName, 500);
}

/**
 * Texts of headings, without the name of the site at the top of each page, which links to the front page.
 * @param {Document} document @param {string} selector
 */
function headings(document, selector) {
  const found = [...document.querySelectorAll(selector)].slice(0, 20);
  const own = found.filter((heading) => !heading.querySelector('a:is([href="/"], [rel~="home"])'));
  return own.map((heading) => flatten(heading.textContent?.slice(0, MAX_TITLE))).filter(Boolean);
}

/** The heading alone where a title is that heading, a separator and something else. @param {string} title @param {string[]} all */
function onlyHeading(title, all) {
  const parts = title.split(SEPARATOR);
  return all.find((heading) => parts.length > 1 && parts.includes(heading)) ?? title;
}

/** @param {string} title @param {string} siteName */
function longestPart(title, siteName) {
  if (withoutSite(title, siteName) !== title) return title;
  const parts = title.split(SEPARATOR).filter(Boolean);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  // "On - and off - again" is a title; only a long part beside another looks like title and site.
  return parts.length === 2 && longest.split(' ').length >= 3 ? longest : title;
}

/** @param {string} title @param {string} siteName */
function withoutSite(title, siteName) {
  const site = siteName.toLowerCase();
  const lower = title.toLowerCase();
  if (site && lower.endsWith(site)) {
    const before = title.slice(0, title.length - siteName.length);
    if (/[|–—·•»:/-]\s*$/.test(before)) return before.replace(/\s*[|–—·•»:/-]+\s*$/, '') || title;
  }
  if (site && lower.startsWith(site)) {
    const after = title.slice(siteName.length);
    if (/^\s*[|–—·•»:/-]/.test(after)) return after.replace(/^\s*[|–—·•»:/-]+\s*/, '') || title;
  }
  return title;
}
