import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ensureBuilt } from '../test/e2e/built.ts';

const MOST_KB = 200;
const MOST_FILES = 3;
/** What the first paint of the reading list loads: the entry, in which the frame and the screen are, with all that it imports. */
const FIRST_PAINT = ['index.html'];

type Manifest = Record<string, { file: string; imports?: string[] }>;

test(`the reading list's first paint loads at most ${MOST_KB} kB of gzipped JavaScript`, {
  timeout: 180_000,
}, async () => {
  const folder = await ensureBuilt();
  const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const chunks = new Set<string>();
  const take = (name: string) => {
    if (chunks.has(name)) return;
    chunks.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} is not in the manifest of the build.`);
    chunk.imports?.forEach(take);
  };
  FIRST_PAINT.forEach(take);

  const sizes = [...chunks].map((name) => {
    const { file } = manifest[name] as Manifest[string];
    return { file, bytes: gzipSync(readFileSync(path.join(folder, file))).length };
  });
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(
    `First paint of the reading list: ${total.toFixed(1)} kB of gzipped JavaScript in ${sizes.length} files.`,
  );
  expect(sizes.length, 'files, each of which is a way to the server and back').toBeLessThanOrEqual(MOST_FILES);
  expect(total, sizes.map(({ file, bytes }) => `${bytes} ${file}`).join('\n')).toBeLessThanOrEqual(MOST_KB);
});
