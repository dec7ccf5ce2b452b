/** @import { Node } from './dom.ts' */

const BLOCKS = new Set(
  'blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tr ul'.split(
    ' ',
  ),
);

/**
 * The text of sanitised HTML: one line per block, blocks separated by an empty line, cells by a tab, code as it is.
 * @param {Node} root
 */
export function textOf(root) {
  /** @type {string[]} */
  const blocks = [''];
  walk(root, blocks, false);
  return blocks
    .map((block) => block.replace(/^[ \t]*\n|\s+$/g, ''))
    .filter((block) => block.trim())
    .join('\n\n');
}

/** @param {Node} node @param {string[]} blocks the last one is being written @param {boolean} isCode */
function walk(node, blocks, isCode) {
  // By siblings: in jsdom childNodes is a live list that is made anew on every look.
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const name = child.nodeName.toLowerCase();
    if (child.nodeType === 3) append(blocks, child.textContent ?? '', isCode);
    else if (name === 'br') blocks[blocks.length - 1] += '\n';
    else if (child.nodeType === 1) {
      if (BLOCKS.has(name)) blocks.push('');
      walk(child, blocks, isCode || name === 'pre');
      if (BLOCKS.has(name)) blocks.push('');
      else if (name === 'td' || name === 'th') blocks[blocks.length - 1] += '\t';
    }
  }
}

/** @param {string[]} blocks @param {string} text @param {boolean} isCode */
function append(blocks, text, isCode) {
  const last = blocks.length - 1;
  const flat = isCode ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
  const isAtStart = !isCode && /(^|\s)$/.test(blocks[last] ?? '');
  blocks[last] += isAtStart ? flat.replace(/^ /, '') : flat;
}
