import { nameOf } from './jsonLd.js';
import { flatten, shorten } from './words.js';

/** @import { Document } from './dom.ts' */
/** @import { Meta } from './meta.js' */

const SEPARATOR = /\s+(?:[|–—·•»«›‹:/-]|::|->)\s+|\s*[|»·•]\s*|\s+::\s+/;

/**
 * The title of the article without the name of the site around it: what the page says for machines, else the heading
 * that the window's title repeats, else the longest part of the window's title.
 * @param {Document} document @param {Meta} meta @param {Record<string, unknown> | null} article JSON-LD
 * @param {string} siteName
 * @returns {string} never empty: the site's name when there is nothing else
 */
export function readTitle(document, meta, article, siteName) {
  const stated = [
    nameOf(article?.headline),
    ...meta('og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title'),
  ];
  const headings = [...document.querySelectorAll('h1')].slice(0, 20).map((heading) => flatten(heading.textContent));
  const title = flatten(document.querySelector('head title, title')?.textContent);
  const candidates = [...stated, titleFromWindow(title, headings, siteName), ...headings, title];
  const cleaned = candidates.map((candidate) => withoutSite(flatten(candidate), siteName));
  const found = cleaned.find((candidate) => candidate && candidate.toLowerCase() !== siteName.toLowerCase());
  return shorten(found ?? siteName, 500);
}

/** @param {string} title @param {string[]} headings @param {string} siteName */
function titleFromWindow(title, headings, siteName) {
  const repeated = headings.find(
    (heading) => heading.length > 2 && title.toLowerCase().includes(heading.toLowerCase()),
  );
  if (repeated) return repeated;
  const bare = withoutSite(title, siteName);
  if (bare !== title) return bare;
  const parts = title.split(SEPARATOR).filter(Boolean);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  // "On - and off - again" is a title; only a long part beside a short one looks like title and site.
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
