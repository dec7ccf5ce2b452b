import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { collectComplaints, launchBrowser, openContext, useSession } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** What the page complained about so far. */
  complaints: string[];
}

/** A running server with a browser to look at it. */
export class BrowsedServer {
  browser!: Browser;
  private server!: RunningServer;

  async start(...[env, how]: Parameters<typeof startServer>): Promise<void> {
    [this.server, this.browser] = await Promise.all([startServer(env, how), launchBrowser()]);
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.server?.stop();
  }

  get url(): string {
    return this.server.url;
  }

  /** A page in a window of its own, with the session of a token or signed out. */
  async open(token?: string, view?: Parameters<typeof openContext>[2]): Promise<OpenPage> {
    const context = await openContext(this.browser, this.url, view);
    if (token) await useSession(context, this.url, token);
    const page = await context.newPage();
    return { page, context, complaints: collectComplaints(page) };
  }
}

/** A server and a browser for all tests of the calling file. */
export function useServer(...how: Parameters<typeof startServer>): BrowsedServer {
  const server = new BrowsedServer();
  beforeAll(() => server.start(...how), 180_000);
  afterAll(() => server.stop());
  return server;
}
