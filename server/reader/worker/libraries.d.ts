// Types of two libraries in terms of ./dom.ts: their own need the compiler's `dom` library.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { url: string });
    readonly window: {
      DOMParser: new () => { parseFromString(html: string, type: 'text/html'): import('./dom.ts').Document };
    };
    reconfigure(settings: { url: string }): void;
  }
}

declare module 'dompurify' {
  type Config = Record<string, unknown>;
  export default function createDOMPurify(window: object): {
    sanitize(html: string, config: Config): import('./dom.ts').Element;
  };
}

declare module '@mozilla/readability' {
  export class Readability {
    constructor(document: import('./dom.ts').Document, options: { classesToPreserve: string[] });
    parse(): { content?: string | null; byline?: string | null } | null;
  }
}
