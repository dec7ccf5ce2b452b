import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FILE = 'service-worker.js';
/** Scripts and styles; of the fonts the Latin ones, the others are kept when a page needs them. */
const SHELL = /\.(js|css)$|latin-(wght|standard)[\w-]*\.woff2$/;

/** Builds the service worker as one file of its own name, and tells it which files the client is made of. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: fileURLToPath(new URL('service-worker/service-worker.ts', import.meta.url)),
        fileName: FILE,
      });
    },
    generateBundle: {
      order: 'post', // others take empty files out of the bundle, and one name too many keeps the worker from being installed
      handler(_options, bundle) {
        const files = Object.keys(bundle).filter((name) => name !== FILE && SHELL.test(name));
        const chunk = bundle[FILE];
        if (chunk?.type !== 'chunk') throw new Error('The service worker was not built.');
        if (chunk.imports.length) throw new Error('The service worker must be one file, and imports others.');
        const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
        const urls = JSON.stringify(files.sort().map((name) => `/${name}`));
        chunk.code = `const SHELL_FILES=${urls},SHELL_VERSION="${version}";${chunk.code}`;
      },
    },
  };
}
