import type { Layer } from './layers.ts';
import { PassageText, type Segment } from './passage-text.ts';
import type { Passage } from './quote.ts';

const BLOCKS = new Set(
  `blockquote br caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
);

/** A block of the text with the characters in it that no block within it holds, for the progress. */
export interface TextBlock extends Passage {
  element: Element;
}

/** The text of an article's nodes as they are now; painting highlights splits nodes, and wants a new one of these. */
export class PassageMap {
  readonly flat: PassageText;
  private readonly nodes: Text[] = [];

  constructor(private readonly root: ParentNode & Node) {
    const segments: Segment[] = [];
    let startsBlock = true;
    const walk = (parent: Node) => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === Node.TEXT_NODE) {
          this.nodes.push(node as Text);
          segments.push({ text: (node as Text).data, startsBlock });
          if ((node as Text).data.trim()) startsBlock = false;
        } else {
          const isBlock = BLOCKS.has((node as Element).localName);
          startsBlock ||= isBlock;
          walk(node);
          startsBlock ||= isBlock;
        }
      }
    };
    walk(root);
    this.flat = new PassageText(segments);
  }

  get text(): string {
    return this.flat.text;
  }

  /** What of the text somebody selected; undefined when nothing of it. */
  passageOf(selected: Range): Passage | undefined {
    if (!selected.intersectsNode(this.root)) return undefined;
    const range = selected.cloneRange();
    // Three clicks on the last paragraph select up to the beginning of what follows the text.
    if (!this.root.contains(range.startContainer)) range.setStart(this.root, 0);
    if (!this.root.contains(range.endContainer)) range.setEnd(this.root, this.root.childNodes.length);
    const from = this.firstNode((node) => range.comparePoint(node, node.length) >= 0);
    const to = this.firstNode((node) => range.comparePoint(node, 0) > 0);
    const offset = this.nodes[from] === range.startContainer ? range.startOffset : 0;
    const last = this.nodes.indexOf(range.endContainer as Text);
    const start = this.flat.indexOf({ segment: from, offset });
    const end = this.flat.indexOf(last >= 0 ? { segment: last, offset: range.endOffset } : { segment: to, offset: 0 });
    return start < end ? { start, end } : undefined;
  }

  private firstNode(fits: (node: Text) => boolean): number {
    let low = 0;
    let high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (fits(this.nodes[middle] as Text)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The blocks in the order of the text, for telling and finding how far somebody came. */
  blocks(): TextBlock[] {
    const blocks: TextBlock[] = [];
    for (const [segment, node] of this.nodes.entries()) {
      const start = this.flat.indexOf({ segment, offset: 0 });
      const end = this.flat.indexOf({ segment, offset: node.length });
      const element = node.parentElement?.closest([...BLOCKS].join());
      if (start === end || !element || !node.data.trim()) continue;
      const last = blocks.at(-1);
      if (last?.element === element) last.end = end;
      else blocks.push({ element, start, end });
    }
    return blocks;
  }

  /** Puts a mark element around each stretch; the first of a stretch is told, since what follows belongs to it. */
  paint(layers: readonly Layer[], decorate: (mark: HTMLElement, layer: Layer, isFirst: boolean) => void): void {
    // From the end, because wrapping a part of a node leaves the places before it as they are.
    for (const layer of layers.toReversed())
      for (const [index, { segment, start, end }] of [
        ...this.flat.slices(layer.start, layer.end).entries(),
      ].reverse()) {
        const node = this.nodes[segment] as Text;
        if (isBetweenBlocks(node)) continue;
        const mark = document.createElement('mark');
        decorate(mark, layer, index === 0);
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        range.surroundContents(mark);
      }
  }
}

/** The white space between two rows of a table, say, where a mark element would tear the table apart. */
function isBetweenBlocks(node: Text): boolean {
  if (node.data.trim()) return false;
  return [node.previousElementSibling, node.nextElementSibling].some(
    (beside) => beside && BLOCKS.has(beside.localName),
  );
}

/** Takes away what `paint` put there, and only that: a page may have mark elements of its own. */
export function clearPaint(root: Element): void {
  const marks = root.querySelectorAll('mark[data-notes]');
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  if (marks.length) root.normalize();
}
