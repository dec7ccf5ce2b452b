import { flatten } from './words.js';

/** @import { Document } from './dom.ts' */
/** @typedef {(...names: string[]) => string[]} Meta values of the named meta elements, in the order of the names */

const MAX_VALUES = 50;

/**
 * @param {Document} document
 * @returns {Meta}
 */
export function readMeta(document) {
  /** @type {Map<string, string[]>} */
  const values = new Map();
  for (const element of document.querySelectorAll('meta')) {
    const content = flatten((element.getAttribute('content') ?? '').slice(0, 4000)).slice(0, 2000);
    const keys =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '';
    if (!content) continue;
    for (const key of keys.slice(0, 200).toLowerCase().split(/\s+/)) {
      const known = values.get(key) ?? [];
      if (known.length < MAX_VALUES) values.set(key, [...known, content]);
    }
  }
  return (...names) => names.flatMap((name) => values.get(name) ?? []);
}

/**
 * Whether the page asks that no copy of it be kept, in its meta elements or in the X-Robots-Tag header. A rule that
 * names another robot does not count.
 * @param {Meta} meta @param {string} header
 */
export function isNoArchive(meta, header) {
  const rules = [...meta('robots', 'carrel'), ...header.split(/,(?=\s*[\w*-]+:)/)];
  return rules.some((rule) => {
    const [, robot, directives = ''] = /^\s*(?:([\w*-]+)\s*:)?(.*)$/s.exec(rule) ?? [];
    const isOurs = !robot || /^(carrel|\*)$/i.test(robot);
    return isOurs && /(^|[\s,])noarchive($|[\s,])/i.test(directives);
  });
}

/**
 * An absolute http(s) address, or null.
 * @param {unknown} value @param {string} base
 * @returns {string | null}
 */
export function absoluteUrl(value, base) {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!text || text.length > 4000 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}
