// What was typed into a note and not saved, until the page is left: a dialog closed by mistake loses nothing.
const drafts = new Map<string, string>();

export const readDraft = (key: string): string | undefined => drafts.get(key);

export function keepDraft(key: string, text: string, saved: string): void {
  if (text.trim() && text !== saved) drafts.set(key, text);
  else drafts.delete(key);
}

export const dropDraft = (key: string): boolean => drafts.delete(key);
