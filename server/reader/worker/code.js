/** @import { Document, Element, Node } from './dom.ts' */

const LANGUAGE =
  /(?:^|\s|;)(?:language-|lang-|highlight-source-|brush:\s*|sourceCode\s+|src src-|prettyprint lang-)([\w#+.-]+)/;
const GUTTER =
  '.gutter, .lineno, .linenos, .lntd:first-child, .rouge-gutter, .line-numbers-rows, .ln, .react-code-line-number, td.blob-num';
const BLOCKS = new Set(['div', 'p', 'tr', 'li', 'figure', 'table', 'tbody']);
const MAX_DEPTH = 200;

/**
 * Makes every code block `<pre><code class="language-…">` with nothing but its text: highlighters wrap each word in a
 * span, put line numbers into a second column and write lines as div or table rows, and Readability then takes the
 * table for a layout. Runs before Readability.
 * @param {Document} document
 * @returns {string[]} the class names it gave out, for Readability to keep
 */
export function flattenCode(document) {
  const classes = new Set();
  for (const gutter of document.querySelectorAll(`pre :is(${GUTTER}), table :is(${GUTTER})`)) gutter.remove();
  for (const pre of document.querySelectorAll('pre')) {
    if (!pre.parentElement || pre.parentElement.closest('pre')) continue;
    const language = languageOf(pre);
    const code = document.createElement('code');
    code.textContent = textOfCode(pre, 0).replace(/^\n+|\s+$/g, '');
    if (language) {
      code.setAttribute('class', `language-${language}`);
      classes.add(`language-${language}`);
    }
    const block = document.createElement('pre');
    block.append(code);
    wrapperOf(pre).replaceWith(block);
  }
  return [...classes];
}

/**
 * The highlighter's box around one code block: up to three elements that hold no other text.
 * @param {Element} pre
 */
function wrapperOf(pre) {
  let outer = pre;
  const text = pre.textContent?.trim();
  for (let step = 0; step < 6; step++) {
    const parent = outer.parentElement;
    if (!parent || !/^(td|tr|tbody|table|div|figure)$/.test(parent.localName) || parent.textContent?.trim() !== text)
      break;
    if (parent.querySelector('img')) break;
    outer = parent;
  }
  return outer;
}

/** @param {Element} pre */
function languageOf(pre) {
  const places = [pre.querySelector('code'), pre, pre.parentElement, pre.parentElement?.parentElement];
  for (const place of places) {
    const named =
      place?.getAttribute('data-lang') ??
      place?.getAttribute('data-language') ??
      LANGUAGE.exec(place?.getAttribute('class') ?? '')?.[1];
    if (named && /^[\w#+.-]{1,30}$/.test(named)) return named.toLowerCase();
  }
  return null;
}

/** @param {Node} node @param {number} depth @returns {string} */
function textOfCode(node, depth) {
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === 3) text += child.textContent;
    if (child.nodeType !== 1 || depth > MAX_DEPTH) continue;
    const name = child.nodeName.toLowerCase();
    if (name === 'br') text += '\n';
    else if (name !== 'button') text += textOfCode(child, depth + 1);
    if (BLOCKS.has(name) && !text.endsWith('\n')) text += '\n';
  }
  return text;
}
