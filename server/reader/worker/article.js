import { Readability } from '@mozilla/readability';
import { cleanAuthor } from './author.js';
import { readFacts } from './facts.js';
import { isNoArchive, readMeta } from './meta.js';
import { prepare } from './prepare.js';
import { sanitise } from './sanitise.js';
import { textOf } from './textOf.js';
import { parseHtml } from './window.js';
import { measureText, shorten } from './words.js';

/** @import { Article } from '../article.ts' */

const LIKELY_BODIES =
  '[itemprop="articleBody"], .e-content, .entry-content, .post-content, article, main, [role="main"]';
const FEW_WORDS = 25;
/** The element into which a page's scripts would put everything. */
const SHELL = '#root, #app, #__next, #__nuxt, app-root, [data-reactroot], #svelte';

/**
 * @param {{ html: string, url: string, robots?: string }} page `robots` is the X-Robots-Tag header
 * @returns {Article}
 */
export function readArticle({ html, url, robots = '' }) {
  const document = parseHtml(html, url);
  const meta = readMeta(document);
  const facts = readFacts(document, url, meta);
  const withheld = isNoArchive(meta, robots);
  const isShell = document.querySelector(SHELL) !== null;

  const classesToPreserve = prepare(document);
  const base = document.baseURI;
  const found = new Readability(document, { classesToPreserve }).parse();
  let body = sanitise(found?.content ?? '', base, url);
  let text = textOf(body);
  let measure = measureText(text);
  if (measure.wordCount < FEW_WORDS) {
    // Readability wants 500 characters in paragraphs; a short note in a plain element is found where it usually is.
    const short = likelyBody(html, url);
    const shortBody = sanitise(short, base, url);
    const shortText = textOf(shortBody);
    const shortMeasure = measureText(shortText);
    if (shortMeasure.wordCount > measure.wordCount) [body, text, measure] = [shortBody, shortText, shortMeasure];
  }
  for (const heading of body.querySelectorAll('h1')) rename(document.createElement('h2'), heading);
  const complete = {
    ...facts,
    author: facts.author ?? cleanAuthor(found?.byline),
    leadImage: facts.leadImage ?? body.querySelector('img')?.getAttribute('src') ?? null,
  };
  const isEmpty = measure.wordCount === 0 || (isShell && measure.wordCount < FEW_WORDS);
  if (isEmpty) return { ...complete, wordCount: 0, readingMinutes: 0, html: null, text: null, withheld: 'no-text' };
  if (withheld) return { ...complete, ...measure, html: null, text: null, withheld: 'noarchive' };
  return {
    ...complete,
    excerpt: complete.excerpt ?? shorten(text, 300),
    ...measure,
    html: body.innerHTML.trim(),
    text,
    withheld: null,
  };
}

/** @param {string} html @param {string} url */
function likelyBody(html, url) {
  const document = parseHtml(html, url);
  prepare(document);
  for (const around of document.querySelectorAll('nav, header, footer, aside, noscript, form, [hidden]'))
    around.remove();
  const candidate = document.querySelector(LIKELY_BODIES) ?? document.body;
  return candidate?.innerHTML ?? '';
}

/** @param {import('./dom.ts').Element} fresh @param {import('./dom.ts').Element} old */
function rename(fresh, old) {
  fresh.append(...old.childNodes);
  old.replaceWith(fresh);
}
