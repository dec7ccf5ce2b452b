import { absoluteUrl } from './meta.js';
import { purify } from './window.js';

/** @import { Element } from './dom.ts' */

const ELEMENTS =
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
  figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary sup table tbody
  td tfoot th thead time tr u ul var wbr`.split(/\s+/);
const ATTRIBUTES = `alt class colspan datetime dir height href id lang reversed rowspan scope span src start title value
  width`.split(/\s+/);
const CONFIG = {
  ALLOWED_TAGS: ELEMENTS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // Anchors of footnotes are kept, but prefixed: an id of a page must not become a variable of ours.
  SANITIZE_NAMED_PROPS: true,
  ADD_FORBID_CONTENTS: ['button', 'select', 'textarea', 'title'],
};
const ID_PREFIX = 'user-content-';

/**
 * Reduces HTML to the elements and attributes of a text, all of the HTML namespace: no script, style, form, frame,
 * SVG or MathML. Links are absolute (http, https, mailto) and carry rel, images are absolute (http, https) and lazy.
 * @param {string} html @param {string} base address for relative links @param {string} page the page's own address
 * @returns {Element} a detached element that holds the result; its innerHTML is safe to show
 */
export function sanitise(html, base, page) {
  const root = purify(html, CONFIG);
  for (const element of root.querySelectorAll('[class]')) keepLanguage(element);
  for (const link of root.querySelectorAll('a')) completeLink(link, root, base, page);
  for (const image of root.querySelectorAll('img')) completeImage(image, base);
  for (const box of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, figure, li, div')) {
    if (!box.textContent?.trim() && !box.querySelector('img, br, hr, table')) box.remove();
  }
  return root;
}

/** @param {Element} element */
function keepLanguage(element) {
  const language = /(?:^|\s)(language-[\w#+.-]{1,30})(?:\s|$)/.exec(element.getAttribute('class') ?? '')?.[1];
  if (language && element.localName === 'code') element.setAttribute('class', language);
  else element.removeAttribute('class');
}

/** @param {Element} link @param {Element} root @param {string} base @param {string} page */
function completeLink(link, root, base, page) {
  const href = link.getAttribute('href')?.trim();
  if (href === undefined) return;
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  const inside = url?.hash && url.href.split('#')[0] === page.split('#')[0] ? decode(url.hash.slice(1)) : null;
  if (inside !== null && hasId(root, ID_PREFIX + inside))
    return link.setAttribute('href', `#${ID_PREFIX}${encodeURIComponent(inside)}`);
  if (!url || !/^(https?|mailto):$/.test(url.protocol) || url.username || url.password)
    return link.removeAttribute('href');
  link.setAttribute('href', url.href);
  link.setAttribute('rel', 'noopener noreferrer nofollow');
}

/** @param {Element} root @param {string} id */
function hasId(root, id) {
  return /^[\w:.-]+$/.test(id) && root.querySelector(`[id="${id}"]`) !== null;
}

/** @param {Element} image @param {string} base */
function completeImage(image, base) {
  const source = absoluteUrl(image.getAttribute('src'), base);
  if (!source) return image.remove();
  if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
  image.setAttribute('src', source);
  image.setAttribute('loading', 'lazy');
  image.setAttribute('decoding', 'async');
  image.setAttribute('referrerpolicy', 'no-referrer');
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
