import { readFileSync } from 'node:fs';

/** This release's version, from package.json above the sources or above dist/. */
export const VERSION: string = readVersion(['../package.json', '../../package.json']);

function readVersion(places: string[]): string {
  for (const place of places) {
    try {
      return JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')).version;
    } catch {
      // it stands one folder further up
    }
  }
  throw new Error('package.json is missing: install Carrel again.');
}
