import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';

/** @import { Document, Element } from './dom.ts' */

// One window for all pages: making one costs 150 ms, parsing a document in it 1. Scripts never run (that is jsdom's
// default) and nothing is loaded.
const dom = new JSDOM('', { url: 'https://reader.invalid/' });
const purifier = createDOMPurify(dom.window);

/**
 * Parses a page as a browser does. Documents from DOMParser have no window of their own, so their style sheets are
 * not even parsed.
 * @param {string} html @param {string} url the page's own address, on which relative links rest
 * @returns {Document}
 */
export function parseHtml(html, url) {
  dom.reconfigure({ url });
  return new dom.window.DOMParser().parseFromString(html, 'text/html');
}

/**
 * @param {string} html @param {Record<string, unknown>} config of DOMPurify
 * @returns {Element} a detached body element that holds what is left
 */
export function purify(html, config) {
  return purifier.sanitize(html, { ...config, RETURN_DOM: true });
}
