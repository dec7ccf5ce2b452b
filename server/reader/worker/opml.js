import { generateOpml, parseOpml } from 'feedsmith';
import { flatten } from './words.js';

/** @typedef {{ text?: unknown, title?: unknown, xmlUrl?: unknown, outlines?: Outline[] }} Outline */
/** @import { OpmlFeed } from '../opml.ts' */

const MAX_FEEDS = 1000;
const MAX_DEPTH = 20;

/**
 * The feeds of an OPML file, out of whatever folders they are in. Throws for what is no OPML.
 * @param {{ text: string }} source
 * @returns {OpmlFeed[]}
 */
export function readOpml({ text }) {
  const { body } = parseOpml(text);
  /** @type {OpmlFeed[]} */
  const feeds = [];
  /** @param {Outline[]} outlines @param {number} depth */
  const collect = (outlines, depth) => {
    for (const { text, title, xmlUrl, outlines: inner } of outlines) {
      if (typeof xmlUrl === 'string' && feeds.length < MAX_FEEDS)
        feeds.push({ url: xmlUrl.trim(), title: flatten(text ?? title) || null, siteUrl: null });
      if (inner && depth < MAX_DEPTH) collect(inner, depth + 1);
    }
  };
  collect(/** @type {Outline[]} */ (body?.outlines ?? []), 0);
  return feeds;
}

/**
 * @param {{ title: string, feeds: OpmlFeed[] }} list
 * @returns {string}
 */
export function writeOpml({ title, feeds }) {
  const outlines = feeds.map(({ url, title, siteUrl }) => ({
    text: title ?? url,
    title: title ?? url,
    type: 'rss',
    xmlUrl: url,
    ...(siteUrl && { htmlUrl: siteUrl }),
  }));
  return generateOpml({ head: { title, dateCreated: new Date() }, body: { outlines } });
}
