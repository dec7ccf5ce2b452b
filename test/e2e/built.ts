import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILT = path.join(ROOT, 'dist/web');
const LOCK = path.join(ROOT, 'dist/.building-web');
const ABANDONED_MS = 180_000;

/** Builds the web client unless the build is newer than its sources; test files that run side by side build it once. */
export async function ensureBuilt(): Promise<string> {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  while (!isFresh()) {
    if (!takeLock()) {
      await sleep(300);
      continue;
    }
    try {
      if (!isFresh())
        execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'], {
          cwd: ROOT,
          stdio: 'inherit',
          env: { ...process.env, NODE_ENV: 'production' }, // a test runner says "test", and React would come in its large build
        });
    } finally {
      rmSync(LOCK, { recursive: true, force: true });
    }
  }
  return BUILT;
}

function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (changedAt(LOCK) + ABANDONED_MS < Date.now()) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  const web = path.join(ROOT, 'web');
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).map((name) => path.join(web, name));
  return changedAt(path.join(BUILT, 'manifest.json')) > Math.max(...sources.map(changedAt));
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
