import { flatten, measureText, shorten } from './words.js';

/** @import { Article } from '../article.ts' */

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A plain text file as an article: the first line is its title, an indented or fenced block is code, and lines inside
 * a paragraph flow together.
 * @param {{ text: string, url: string, robots?: string }} page
 * @returns {Article}
 */
export function readPlainText({ text, url, robots = '' }) {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t\f])\p{Cc}/gu, '')
    .trim();
  const { hostname, pathname } = new URL(url);
  const firstLine = flatten(clean.split('\n', 1)[0]).replace(/^#+\s*|\s*#+$/g, '');
  const measure = measureText(clean);
  const facts = {
    title: shorten(firstLine || fileName(pathname) || hostname, 200),
    author: null,
    publishedAt: null,
    year: null,
    siteName: hostname.replace(/^www\./, ''),
    excerpt: shorten(clean.split('\n').slice(1).join(' '), 300) || null,
    language: null,
    direction: /** @type {const} */ ('ltr'),
    leadImage: null,
    canonicalUrl: null,
  };
  if (measure.wordCount === 0) return { ...facts, ...measure, html: null, text: null, withheld: 'no-text' };
  if (/(^|[\s,])noarchive($|[\s,])/i.test(robots))
    return { ...facts, ...measure, html: null, text: null, withheld: 'noarchive' };
  return {
    ...facts,
    ...measure,
    html: clean
      .split(/\n(?:[ \t]*\n)+/)
      .map(writeBlock)
      .join('\n'),
    text: clean,
    withheld: null,
  };
}

/**
 * The last part of a path, decoded and without its ending.
 * @param {string} pathname
 */
export function fileName(pathname) {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return flatten(decodeURIComponent(last)).replace(/\.\w{1,5}$/, '');
  } catch {
    return last;
  }
}

/** @param {string} block */
function writeBlock(block) {
  const escaped = block.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
  const heading = /^(#{1,6}) +(\S.*)$/.exec(escaped);
  if (heading)
    return `<h${Math.max(2, heading[1]?.length ?? 2)}>${heading[2]}</h${Math.max(2, heading[1]?.length ?? 2)}>`;
  if (/^( {2,}|\t)/m.test(escaped) || escaped.startsWith('```')) return `<pre><code>${escaped}</code></pre>`;
  return `<p>${escaped.replace(/\n/g, ' ')}</p>`;
}
