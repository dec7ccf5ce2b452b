import { useSyncExternalStore } from 'react';
import type { Audience } from '../notes/visibility-field.tsx';

export const FONTS = { serif: 'Serif', sans: 'Sans serif', system: 'Device' } as const;
export const WIDTHS = { narrow: 'Narrow', medium: 'Medium', wide: 'Wide' } as const;
export const SPACINGS = { tight: 'Tight', normal: 'Normal', loose: 'Loose' } as const;
export const SIZES = { least: 15, most: 27 } as const;

/** How a reader wants texts to look, and what he chose while reading; kept in this browser. */
export interface ReadingSettings {
  font: keyof typeof FONTS;
  /** Pixels. */
  size: number;
  width: keyof typeof WIDTHS;
  spacing: keyof typeof SPACINGS;
  /** Whether pictures are loaded without asking, where the server leaves that to the reader. */
  pictures: boolean;
  /** Who sees the highlights that are made from now on: `me`, `everyone`, or the number of a team. */
  highlightsFor: Audience;
}

const KEY = 'carrel-reading';
const DEFAULTS: ReadingSettings = {
  font: 'serif',
  size: 19,
  width: 'medium',
  spacing: 'normal',
  pictures: false,
  highlightsFor: 'everyone',
};

let settings = read();
const listeners = new Set<() => void>();

export function useReadingSettings(): ReadingSettings {
  return useSyncExternalStore(subscribe, () => settings);
}

export function changeReadingSettings(change: Partial<ReadingSettings>): void {
  settings = valid({ ...settings, ...change });
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
  for (const listener of listeners) listener();
}

function read(): ReadingSettings {
  try {
    return valid(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return DEFAULTS;
  }
}

/** What another version, or a person, wrote there may be anything. */
function valid(kept: Partial<ReadingSettings>): ReadingSettings {
  const oneOf = <T extends object>(choices: T, value: unknown, fallback: keyof T) =>
    Object.hasOwn(choices, String(value)) ? (value as keyof T) : fallback;
  const size = Number.isFinite(kept.size) ? Math.round(kept.size as number) : DEFAULTS.size;
  return {
    font: oneOf(FONTS, kept.font, DEFAULTS.font),
    size: Math.min(SIZES.most, Math.max(SIZES.least, size)),
    width: oneOf(WIDTHS, kept.width, DEFAULTS.width),
    spacing: oneOf(SPACINGS, kept.spacing, DEFAULTS.spacing),
    pictures: kept.pictures === true,
    highlightsFor: /^(me|everyone|[1-9]\d{0,9})$/.test(String(kept.highlightsFor))
      ? String(kept.highlightsFor)
      : DEFAULTS.highlightsFor,
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
