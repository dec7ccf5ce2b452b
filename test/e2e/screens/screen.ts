import type { Page } from 'playwright-core';

/** What the browser shows at an address, to be looked at in both sizes and schemes. */
export interface Screen {
  name: string;
  path: string;
  /** What is there when the screen is. */
  ready: string;
  /** Who looks: Matti, who has something of everything and is admin, when left out. */
  signedOut?: boolean;
  newcomer?: boolean;
  /** What to arrange before it is loaded: an answer that the server does not give by itself. */
  before?: (page: Page) => Promise<unknown>;
  /** What to do until it stands there: open a dialog, a menu. */
  open?: (page: Page) => Promise<unknown>;
}
