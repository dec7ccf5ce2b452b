/** A tag as it is kept: one line, no space around it, and one form of what Unicode can write in several. */
export function tidyTag(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}
