import type { Sandbox } from './sandbox.ts';
import { sandbox as shared } from './sharedSandbox.ts';

export type OpmlFeed = { url: string; title: string | null; siteUrl: string | null };
type Options = { sandbox?: Sandbox };

/** The feeds of an OPML file, at most 1,000, out of its folders. Throws ReaderError `unreadable` when it is none. */
export function parseOpml(text: string, options: Options = {}): Promise<OpmlFeed[]> {
  return (options.sandbox ?? shared).run('readOpml', { text });
}

/** An OPML 2.0 file of feeds. */
export function writeOpml(title: string, feeds: OpmlFeed[], options: Options = {}): Promise<string> {
  return (options.sandbox ?? shared).run('writeOpml', { title, feeds });
}
