import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';
import { serviceWorker } from './service-worker-build.ts';

const server = 'http://localhost:3001';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker(), precompress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json', // read by size.test.ts
    assetsInlineLimit: 0, // a data: font would be refused by the Content-Security-Policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600, // kB before compression; size.test.ts holds what is sent
    rolldownOptions: {
      output: {
        // The frame and the reading list are what nearly everybody opens first: with all that they need they are one file, asked
        // for by the page itself. Left alone the bundler makes some forty files of them, each shared with another set of screens.
        codeSplitting: { groups: [{ name: 'first', test: /web\/src\/main\.tsx$/ }] },
      },
    },
  },
  server: {
    // The Host header stays the browser's own: the server compares it with Origin on every write.
    proxy: { '/api': { target: server, changeOrigin: false }, '/health': { target: server, changeOrigin: false } },
  },
});
