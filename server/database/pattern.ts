/** An ILIKE pattern that finds `text` anywhere, with `%`, `_` and `\` meant as they are. */
export function literalPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
