import { depthsOf } from './contents.ts';

/** A heading of the text, for the table of contents. */
export interface ContentsEntry {
  id: string;
  text: string;
  /** 0 for the highest there is in this text. */
  depth: number;
}

export interface PreparedArticle {
  content: DocumentFragment;
  contents: ContentsEntry[];
  /** How many pictures it has, shown or not. */
  pictures: number;
}

interface Options {
  /** The title that stands above the text, which many pages repeat as its first heading. */
  title: string;
  /** Where a picture is to be loaded from; undefined for one that is not to be loaded. */
  pictureSource: (src: string) => string | undefined;
}

const ELEMENTS = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
  figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary sup table tbody
  td tfoot th thead time tr u ul var wbr`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `alt class colspan datetime decoding dir height href id lang loading referrerpolicy rel reversed rowspan scope span src
  start title value width`.split(/\s+/),
);
/** Put before every id by the server's sanitiser, so that no id of a page is one of ours. */
const FOREIGN_ID = 'user-content-';

/**
 * Makes nodes of the html that the server sanitised when it stored it. Nothing here is needed to make it safe; what this goes by
 * is what such html may hold, so that a hole in the one is not a hole in the other. The document it is parsed in is no window's:
 * nothing runs or loads in it, and a picture that is not wanted has gone before the nodes come into the page.
 */
export function prepareArticle(html: string, { title, pictureSource }: Options): PreparedArticle {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) keepAllowed(element);
  const contents = levelHeadings(body, title);
  for (const link of body.querySelectorAll('a[href]')) completeLink(link);
  const pictures = [...body.querySelectorAll('img')];
  for (const picture of pictures) placePicture(picture, pictureSource(picture.getAttribute('src') ?? ''));
  for (const table of body.querySelectorAll('table')) if (!table.parentElement?.closest('table')) wrapTable(table);
  const content = document.createDocumentFragment();
  content.append(...body.childNodes);
  return { content, contents, pictures: pictures.length };
}

function keepAllowed(element: Element): void {
  if (!ELEMENTS.has(element.localName) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') element.remove();
  for (const { name, value } of [...element.attributes])
    if (!ATTRIBUTES.has(name) || !isAllowed(name, value)) element.removeAttribute(name);
}

function isAllowed(name: string, value: string): boolean {
  if (name === 'id') return value.startsWith(FOREIGN_ID);
  if (name !== 'href' && name !== 'src') return true;
  if (name === 'href' && value.startsWith(`#${FOREIGN_ID}`)) return true;
  const protocol = URL.canParse(value) ? new URL(value).protocol : '';
  return protocol === 'http:' || protocol === 'https:' || (name === 'href' && protocol === 'mailto:');
}

/** Headings follow on the title above the text without a gap; where each stands is told by depth and not by looks. */
function levelHeadings(body: Element, title: string): ContentsEntry[] {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => {
    const isKept = textOf(heading) !== '';
    if (!isKept) unwrap(heading); // one that only holds a picture, or nothing
    return isKept;
  });
  const [first] = headings;
  if (first && isSame(textOf(first), title) && !first.querySelector('img')) {
    first.remove();
    headings.shift();
  }
  const depths = depthsOf(headings.map(({ localName }) => Number(localName[1])));
  return headings.map((heading, index) => {
    const depth = depths[index] as number;
    const levelled = body.ownerDocument.createElement(`h${Math.min(6, depth + 2)}`);
    levelled.id = heading.id || `section-${index + 1}`;
    for (const name of ['dir', 'lang'])
      if (heading.hasAttribute(name)) levelled.setAttribute(name, heading.getAttribute(name) ?? '');
    levelled.append(...heading.childNodes);
    heading.replaceWith(levelled);
    return { id: levelled.id, text: textOf(levelled), depth };
  });
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function textOf({ textContent }: Node): string {
  return (textContent ?? '').replace(/\s+/g, ' ').trim();
}

function isSame(a: string, b: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(a) === letters(b);
}

function completeLink(link: Element): void {
  if (link.getAttribute('href')?.startsWith('#')) return;
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer nofollow');
}

/** What says that a picture is there without loading it carries its description, and no letter that a quote could pick up. */
function placePicture(picture: HTMLImageElement, source: string | undefined): void {
  if (source) {
    picture.setAttribute('src', source);
    picture.setAttribute('loading', 'lazy');
    picture.setAttribute('decoding', 'async');
    picture.setAttribute('referrerpolicy', 'no-referrer');
    return;
  }
  const alt = picture.getAttribute('alt')?.trim();
  const place = picture.ownerDocument.createElement('span');
  place.setAttribute('role', 'img');
  place.setAttribute('data-picture', alt ? `Picture: ${alt}` : 'Picture');
  place.setAttribute('aria-label', alt || 'Picture without a description');
  picture.replaceWith(place);
}

/** A wide table scrolls in a box of its own and not the page; `markScrolling` lets the arrow keys reach it. */
function wrapTable(table: Element): void {
  const box = table.ownerDocument.createElement('div');
  box.setAttribute('data-scrolls', 'Table');
  table.replaceWith(box);
  box.append(table);
}

/** What scrolls sideways must be reachable by Tab, and what does not scroll should not be. */
export function markScrolling(root: Element): void {
  for (const box of root.querySelectorAll<HTMLElement>('pre, [data-scrolls]')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    if (scrolls === box.hasAttribute('tabindex')) continue;
    if (scrolls) {
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      box.setAttribute('aria-label', box.dataset.scrolls ?? 'Code');
    } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}
