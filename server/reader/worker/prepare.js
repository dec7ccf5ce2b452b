import { flattenCode } from './code.js';
import { absoluteUrl } from './meta.js';

/** @import { Document, Element } from './dom.ts' */

const PLAYERS =
  /(^|\.)(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|soundcloud\.com|spotify\.com|codepen\.io)$/;
const CLUTTER = [
  'button, input, select, textarea, dialog, .katex-html, .MathJax_Preview, .sr-only, .visually-hidden, .screen-reader-text',
  '.ad-slot, .advertisement, .adsbygoogle, [id^="div-gpt-ad"], .sharedaddy, .jp-relatedposts, .subscription-widget-wrap',
].join();
const HEADING_ANCHORS =
  ':is(h1, h2, h3, h4, h5, h6) a:is([href^="#"], [aria-hidden="true"], .anchor, .headerlink, .permalink, .heading-anchor)';
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-full-src'];
const LAZY_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset'];

/**
 * Changes what Readability would lose or keep wrongly: code blocks, formulas, embedded players, lazy images, the link
 * signs beside headings.
 * @param {Document} document
 * @returns {string[]} class names that Readability has to keep
 */
export function prepare(document) {
  emptyHead(document);
  for (const element of document.querySelectorAll(CLUTTER)) element.remove();
  for (const anchor of document.querySelectorAll(HEADING_ANCHORS)) {
    if (/^[\s#¶§🔗\u200b]*$/u.test(anchor.textContent ?? '')) anchor.remove();
  }
  for (const image of document.querySelectorAll('img')) completeImage(image, document.baseURI);
  for (const frame of document.querySelectorAll('iframe[src], video[src], audio[src]')) linkPlayer(document, frame);
  for (const formula of document.querySelectorAll('math')) writeFormula(document, formula);
  for (const cell of document.querySelectorAll('td')) removeLinkColumn(cell);
  return flattenCode(document);
}

/** Readability would read the facts once more; with 100,000 meta elements that takes a minute. @param {Document} document */
function emptyHead(document) {
  const base = document.querySelector('base[href]');
  if (document.head) document.head.innerHTML = '';
  if (base) document.head?.append(base);
}

/** @param {Element} image @param {string} base */
function completeImage(image, base) {
  const isPixel = ['width', 'height'].some((side) => /^[01](px)?$/.test(image.getAttribute(side) ?? ''));
  if (isPixel) return image.remove();
  const source = image.getAttribute('src') ?? '';
  const isPlaceholder =
    !absoluteUrl(source, base) || /^data:/i.test(source) || LAZY.some((name) => image.hasAttribute(name));
  if (isPlaceholder) {
    const lazy = LAZY.map((name) => image.getAttribute(name)).find((value) => absoluteUrl(value, base));
    const picture = image.closest('picture')?.querySelector('source[srcset], source[data-srcset]');
    const sets = LAZY_SETS.flatMap((name) => [image.getAttribute(name), picture?.getAttribute(name)]);
    const best = lazy ?? sets.map((set) => largest(set ?? '')).find((value) => absoluteUrl(value, base));
    if (best) image.setAttribute('src', best);
  }
  for (const name of [...LAZY, ...LAZY_SETS, 'sizes']) image.removeAttribute(name);
}

/** @param {string} srcset candidates as `address 800w, address 2x` */
function largest(srcset) {
  if (srcset.length > 20_000) return null;
  const candidates = [...srcset.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)/g)];
  candidates.sort((a, b) => Number(b[2] ?? 1) - Number(a[2] ?? 1));
  return candidates[0]?.[1] ?? null;
}

/** @param {Document} document @param {Element} frame */
function linkPlayer(document, frame) {
  const url = absoluteUrl(frame.getAttribute('src'), document.baseURI);
  if (!url || (frame.localName === 'iframe' && !PLAYERS.test(new URL(url).hostname))) return frame.remove();
  const link = document.createElement('a');
  link.setAttribute(
    'href',
    url.replace(/^https:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/, 'https://www.youtube.com/watch?v=$1'),
  );
  link.textContent = frame.getAttribute('title')?.trim() || `▶ ${new URL(url).hostname.replace(/^www\./, '')}`;
  const paragraph = document.createElement('p');
  paragraph.append(link);
  frame.replaceWith(paragraph);
}

/** A formula is kept as its TeX source where it carries one, else as its text. @param {Document} document @param {Element} formula */
function writeFormula(document, formula) {
  const code = document.createElement('code');
  const tex = formula.querySelector('annotation')?.textContent;
  code.textContent = (tex || formula.getAttribute('alttext') || formula.textContent || '').trim();
  formula.replaceWith(code);
}

/** A column of links in a layout table stands beside the text as a menu; no data table has one. @param {Element} cell */
function removeLinkColumn(cell) {
  const text = cell.textContent?.replace(/\s+/g, '') ?? '';
  const links = [...cell.querySelectorAll('a')];
  const linked = links.reduce((sum, link) => sum + (link.textContent?.replace(/\s+/g, '').length ?? 0), 0);
  if (links.length >= 3 && linked > text.length * 0.8 && !cell.closest('table')?.querySelector('th')) cell.remove();
}
