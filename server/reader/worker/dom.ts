/**
 * The part of the DOM that the reader uses. The compiler's own `dom` library would declare `document`, `window` and
 * `name` as globals of the whole server; this keeps a mistyped variable an error there.
 */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly childNodes: ArrayLike<Node> & Iterable<Node>;
  readonly parentElement: Element | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  textContent: string | null;
  remove(): void;
}

interface ParentNode extends Node {
  readonly children: ArrayLike<Element> & Iterable<Element>;
  querySelector(selectors: string): Element | null;
  querySelectorAll(selectors: string): ArrayLike<Element> & Iterable<Element>;
  append(...nodes: (Node | string)[]): void;
}

export interface Element extends ParentNode {
  readonly localName: string;
  innerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  closest(selectors: string): Element | null;
  matches(selectors: string): boolean;
  replaceWith(...nodes: (Node | string)[]): void;
  before(...nodes: (Node | string)[]): void;
}

export interface Document extends ParentNode {
  readonly documentElement: Element;
  readonly head: Element | null;
  readonly body: Element | null;
  readonly baseURI: string;
  readonly title: string;
  createElement(name: string): Element;
}
