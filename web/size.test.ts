import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ensureBuilt } from '../test/e2e/built.ts';

const MOST_KB = 200;
const MOST_FILES = 3;
type Manifest = Record<string, { file: string; imports?: string[] }>;

test(`the reading list's first paint loads at most ${MOST_KB} kB of gzipped JavaScript`, {
  timeout: 180_000,
}, async () => {
  const folder = await ensureBuilt();
  const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const files = new Set<string>();
  const take = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const chunk = Object.values(manifest).find((entry) => entry.file === file);
    for (const name of chunk?.imports ?? []) take((manifest[name] as Manifest[string]).file);
  };
  // The frame and the reading list are in what the page itself asks for (vite.config.ts).
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  for (const [, file] of page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) take(file as string);
  expect(
    [...files].filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('Search title or author')),
  ).toHaveLength(1);

  const sizes = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(path.join(folder, file))).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(
    `First paint of the reading list: ${total.toFixed(1)} kB of gzipped JavaScript in ${sizes.length} files.`,
  );
  expect(sizes.length, 'files, each of which is a way to the server and back').toBeLessThanOrEqual(MOST_FILES);
  expect(total, sizes.map(({ file, bytes }) => `${bytes} ${file}`).join('\n')).toBeLessThanOrEqual(MOST_KB);
});
