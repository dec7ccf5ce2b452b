import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = path.resolve(import.meta.dirname, '..');
const ABANDONED_MS = 180_000;

interface Build {
  /** A file of it, which is newer than every source when nothing is to be done. */
  built: string;
  /** Files and folders. */
  sources: string[];
  build: () => void;
}

/** Builds unless what is there is newer than its sources; test files that run side by side build it once. */
export async function buildOnce({ built, sources, build }: Build): Promise<void> {
  const lock = `${path.dirname(built)}.building`;
  const isFresh = () => changedAt(built) > Math.max(...sources.map(lastChangeIn));
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!isFresh()) {
    if (!takeLock(lock)) {
      await sleep(300);
      continue;
    }
    try {
      if (!isFresh()) build();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (changedAt(lock) + ABANDONED_MS < Date.now()) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** Of a file, or of all in a folder: folders change when something in them is removed. */
function lastChangeIn(source: string): number {
  const isFolder = statSync(source).isDirectory();
  const inside = isFolder ? readdirSync(source, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(...['.', ...inside].map((name) => changedAt(path.join(source, name))));
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
