/** @import { Document } from './dom.ts' */
/** @typedef {Record<string, unknown>} Thing */

const ARTICLE = /^(\w*Article|BlogPosting|LiveBlogPosting|Report|Review|HowTo|Recipe|CreativeWork|SocialMediaPosting)$/;
const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 12;

/**
 * The thing of type Article (or a kind of it) that a page describes in JSON-LD, with references inside the page
 * resolved one level deep, and the name of the WebSite thing. Broken blocks are left out.
 * @param {Document} document
 * @returns {{ article: Thing | null, siteName: string | null }}
 */
export function readJsonLd(document) {
  /** @type {Thing[]} */
  const things = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parse(script.textContent ?? ''), things, 0);
  }
  /** @type {Map<unknown, Thing>} */
  const byId = new Map();
  for (const thing of things) if (thing['@id'] && Object.keys(thing).length > 1) byId.set(thing['@id'], thing);
  const articles = things.filter((thing) => isOfType(thing, ARTICLE));
  const found = articles.find((thing) => thing.headline && thing.datePublished) ?? articles[0];
  const site = things.find((thing) => isOfType(thing, /^WebSite$/));
  const article = found
    ? Object.fromEntries(Object.entries(found).map(([key, value]) => [key, resolve(value, byId)]))
    : null;
  return { article, siteName: nameOf(article?.publisher) ?? nameOf(site) };
}

/** @param {string} text */
function parse(text) {
  if (text.length > MAX_LENGTH) return null;
  const bare = text
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // Raw line breaks inside strings are the most common fault.
      return JSON.parse(bare.replace(/[\r\n\t]+/g, ' '));
    } catch {
      return null;
    }
  }
}

/** @param {unknown} value @param {Thing[]} things @param {number} depth */
function collect(value, things, depth) {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) things.push(/** @type {Thing} */ (value));
  for (const inner of Object.values(value)) collect(inner, things, depth + 1);
}

/** @param {Thing} thing @param {RegExp} pattern */
function isOfType(thing, pattern) {
  return [thing['@type']].flat().some((type) => typeof type === 'string' && pattern.test(type.replace(/^.*[/:]/, '')));
}

/** @param {unknown} value @param {Map<unknown, Thing>} byId @returns {unknown} */
function resolve(value, byId) {
  if (Array.isArray(value)) return value.map((inner) => resolve(inner, byId));
  const id = typeof value === 'object' && value !== null ? /** @type {Thing} */ (value)['@id'] : undefined;
  return id ? (byId.get(id) ?? value) : value;
}

/**
 * The name of a person or thing that is written as text, as an object, or as a list of which the first counts.
 * @param {unknown} value
 * @returns {string | null}
 */
export function nameOf(value) {
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === 'string') return value;
  const name = typeof value === 'object' && value !== null ? /** @type {Thing} */ (value).name : null;
  return typeof name === 'string' ? name : Array.isArray(name) && typeof name[0] === 'string' ? name[0] : null;
}
